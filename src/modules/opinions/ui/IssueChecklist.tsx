import type { OutputOf } from '#web/call.ts'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { Section } from '#web/kit/Section.tsx'
import type { showOpinion } from '../contract/issue.ts'

const outcomes: Readonly<Record<string, string>> = {
  pass: '符合',
  fail: '不符合',
  warn: '须说明理由',
  'not-applicable': '不适用',
  'not-in-force': '未施行',
}

interface ChecklistProps {
  readonly shown: OutputOf<typeof showOpinion>
  readonly frozen: boolean
}

/** Every rule of the next step with its outcome and clause, and the contents that the procedure asks for. */
export function IssueChecklist({ shown, frozen }: ChecklistProps) {
  const { checklist, contents } = shown
  if (checklist.length === 0) return null
  const open = checklist.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn').length
  return (
    <Section
      title={frozen ? '签发前核对' : '定稿前核对'}
      beside={<span className="faint">{open === 0 ? '各项均符合' : `${open} 项待处理`}</span>}
    >
      <ul className="issue-checklist">
        {checklist.map(({ rule, brief, says, basis, outcome, detail, remedy }) => (
          <li key={rule} className={`outcome-${outcome}`}>
            <strong className="outcome">{outcomes[outcome] ?? outcome}</strong>
            <div>
              <p>{says}</p>
              {detail && <p className="refused">{detail}</p>}
              {remedy && <p>办法：{remedy}</p>}
              <p className="faint">
                规则 <span className="number">{brief}</span> <code>{rule}</code>
                {basis.map((id) => (
                  <ClauseLink key={id} id={id} />
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {contents.length > 0 && (
        <>
          <h3>本类程序要求的内容</h3>
          <ul className="issue-checklist">
            {contents.map(({ text, basis, present }) => (
              <li key={text} className={present ? 'outcome-pass' : 'outcome-fail'}>
                <strong className="outcome">{present ? '已有' : '缺少'}</strong>
                <p>
                  {text} <ClauseLink id={basis} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="faint">{shown.notConnected.join('；')}。</p>
    </Section>
  )
}
