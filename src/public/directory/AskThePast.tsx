import type { AsOf } from './words.tsx'

/** Day and question in any form of the list: the two questions plainly told apart. */
export function AskThePast({ asOf }: { readonly asOf: AsOf | undefined }) {
  const question = asOf?.question ?? 'said'
  return (
    <>
      <p className="field">
        <label htmlFor="on">截至日期</label>
        <input id="on" name="on" type="date" defaultValue={asOf?.past ? asOf.day : ''} />
      </p>
      <fieldset>
        <legend>想知道什么</legend>
        <p>
          <input type="radio" id="said" name="question" value="said" defaultChecked={question === 'said'} />
          <label htmlFor="said">那一天，名录上是怎么写的</label>
          <span className="help">只看当日结束前已登记的。后来更正的不算，所以答案永远不变。</span>
        </p>
        <p>
          <input type="radio" id="true" name="question" value="true" defaultChecked={question === 'true'} />
          <label htmlFor="true">那一天，实际是怎样的</label>
          <span className="help">按今天所知：后来补记、更正的都算进去，日后再有更正，答案会变。</span>
        </p>
      </fieldset>
    </>
  )
}
