import type { Source } from '#kernel/law.ts'
import { Problem } from '#kernel/problem.ts'
import { library } from '#law/library.ts'
import { type CataloguedRule, rulesCiting } from '../catalogue/rules-of.ts'
import { clausePath } from '../parts/ClauseRef.tsx'
import { certaintyWord } from '../parts/certainty-word.tsx'
import { ParameterTable } from '../parts/ParameterTable.tsx'
import type { PublicPage } from '../public-page.tsx'

/** `/clauses`: the documents that rules cite, and the numbers in force on that day. */
export function clausesPage(today: string): PublicPage {
  return {
    title: '条款与参数',
    body: (
      <article>
        <div className="prose">
          <h1>条款与参数</h1>
          <p className="lead">
            规则所依据的规范性文件。这里只有条款编号和本平台的一句话概括，不是官方文本；以公布的正式文本为准。
          </p>
        </div>
        <table>
          <caption>共 {library.length} 件</caption>
          <thead>
            <tr>
              <th scope="col">文件</th>
              <th scope="col">文号</th>
              <th scope="col">施行日期</th>
              <th scope="col">收录条款</th>
            </tr>
          </thead>
          <tbody>
            {library.map((source) => (
              <tr key={source.id}>
                <th scope="row">
                  <a href={clausePath(source.id)}>{source.title}</a>
                </th>
                <td data-label="文号">{source.id}</td>
                <td data-label="施行日期" className="number">
                  {source.inForceFrom}
                </td>
                <td data-label="收录条款">{Object.keys(source.clauses).length} 条</td>
              </tr>
            ))}
          </tbody>
        </table>
        <section>
          <h2 id="parameters">参数</h2>
          <p>
            主管机关可以调整的数值。“参照适用”是比照相近领域的规定取值，“待核实”是尚未取得正式文本佐证的取值，均可随规定调整。
          </p>
          <ParameterTable today={today} />
        </section>
      </article>
    ),
  }
}

/** `/clauses/:source`: the clauses of one document and the rules that cite each. */
export function clauseSourcePage(rules: readonly CataloguedRule[], id: string): PublicPage {
  const source = library.find((each) => each.id === id)
  if (!source) throw new Problem('not-found', `没有收录文号为“${id}”的文件。`)
  return {
    title: source.title,
    body: (
      <article>
        <div className="prose">
          <p className="crumbs">
            <a href="/clauses">条款与参数</a>
          </p>
          <h1>{source.title}</h1>
          <p className="lead">
            {source.id}，自 <span className="number">{source.inForceFrom}</span> 起施行
            {source.inForceUntil && `，至 ${source.inForceUntil} 止`}
            。以下为本平台的一句话概括，不是官方文本。
          </p>
        </div>
        <Clauses source={source} rules={rules} />
      </article>
    ),
  }
}

function Clauses({ source, rules }: { readonly source: Source; readonly rules: readonly CataloguedRule[] }) {
  return (
    <table>
      <caption>收录 {Object.keys(source.clauses).length} 条</caption>
      <thead>
        <tr>
          <th scope="col">条款</th>
          <th scope="col">概括</th>
          <th scope="col">把握程度</th>
          <th scope="col">引用它的规则</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(source.clauses).map(([key, { heading, says, duty, certainty }]) => (
          <tr key={key} id={key}>
            <th scope="row">
              <span className="number">{key}</span> {heading}
            </th>
            <td data-label="概括">{says}</td>
            <td data-label="把握程度">{certaintyWord(certainty)}</td>
            <td data-label="引用它的规则">
              <Citing rules={rulesCiting(rules, `${source.id}#${key}`)} duty={duty ?? false} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Citing({ rules, duty }: { readonly rules: readonly CataloguedRule[]; readonly duty: boolean }) {
  if (rules.length === 0) return <span className="faint">{duty ? '尚无规则' : '—'}</span>
  return rules.map(({ rule }) => (
    <span key={rule.id}>
      <a className="number" href={`/rules/${rule.id}`} title={rule.says}>
        {rule.brief}
      </a>{' '}
    </span>
  ))
}
