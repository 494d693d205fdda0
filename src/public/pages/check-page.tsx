import { beijingTime } from '#kernel/beijing.ts'
import { type Problem, problems } from '#kernel/problem.ts'
import type { Registered } from '#modules/opinions/contract/check.ts'
import { CheckForm } from '../parts/CheckForm.tsx'
import { Facts } from '../parts/Facts.tsx'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'

export interface Checked {
  readonly sentence: string
  readonly registered: Registered | null
  readonly notes: readonly string[]
}

/** `/check` before anything was asked, or where it was not answered: the number stays, the code is typed anew. */
export function checkFormPage(number?: string, refused?: Problem): PublicPage {
  const issues = refused?.issues ?? []
  return {
    title: '核对意见书',
    keep: 'no-store',
    ...(refused ? { status: problems[refused.type].status } : {}),
    body: (
      <article className="prose">
        <h1>核对意见书</h1>
        <p className="lead">凭编号和验证码，查一份鉴定意见书是否由本平台登记签发、目前是否有效。</p>
        {refused && (
          <Sentence tone="refused" word="还不能核对">
            {issues.map(({ detail }) => detail).join('；') || refused.detail}
          </Sentence>
        )}
        <CheckForm number={number} issues={issues} />
        <About />
      </article>
    ),
  }
}

/** `/check?number=…&code=…`: what is registered, never what the opinion says. */
export function checkedPage(number: string, { sentence, registered, notes }: Checked): PublicPage {
  const again = (
    <section>
      <h2>{registered ? '再核对一份' : '改正后再核对'}</h2>
      <CheckForm number={registered ? undefined : number} />
    </section>
  )
  return {
    title: registered ? `${registered.number} 的登记` : '核对意见书',
    keep: 'no-store',
    body: (
      <article className="prose">
        <h1>核对意见书</h1>
        <Sentence tone={toneOf(registered)} word={registered ? wordOf(registered) : '没有登记'}>
          {sentence}
        </Sentence>
        {registered ? <Registration registered={registered} /> : again}
        <section>
          <h2>说明</h2>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
        {registered && again}
      </article>
    ),
  }
}

function toneOf(registered: Registered | null): 'plain' | 'refused' {
  const good = ['VALID', 'CORRECTED', 'SUPPLEMENTED']
  return registered?.status === 'ISSUED' && good.includes(registered.validity) ? 'plain' : 'refused'
}

/** A number that was never issued has no validity to speak of. */
function wordOf({ status, statusLabel, validityLabel }: Registered): string {
  return status === 'ISSUED' ? validityLabel : statusLabel
}

function Registration({ registered }: { readonly registered: Registered }) {
  return (
    <>
      <section>
        <h2>登记信息</h2>
        <Facts
          of={{
            意见书编号: <span className="number">{registered.number}</span>,
            状态: `${registered.statusLabel}${registered.status === 'ISSUED' ? `，${registered.validityLabel}` : ''}`,
            鉴定机构: registered.institution,
            案件统一编码: <span className="number">{registered.caseCode}</span>,
            知识产权类型: registered.ipType,
            鉴定种类: registered.kind,
            委托类型: registered.entrustingType,
            委托说明: registered.unilateral,
            落款日期: registered.datedOn,
            签发时间: registered.issuedAt && beijingTime(new Date(registered.issuedAt)),
            演示: registered.demonstration,
          }}
        />
      </section>
      <Changes changes={registered.changes} />
      {registered.logIndex !== null && <Technical registered={registered} index={registered.logIndex} />}
    </>
  )
}

function Changes({ changes }: { readonly changes: Registered['changes'] }) {
  if (changes.length === 0) return null
  return (
    <section>
      <h2>签发以后的变更</h2>
      <ol className="changes">
        {changes.map(({ label, ground, successor, at }) => (
          <li key={`${label} ${at}`}>
            <strong>{label}</strong>
            <p>{ground}</p>
            {successor && (
              <p>
                后续意见书：<span className="number">{successor}</span>
              </p>
            )}
            <p className="faint">{beijingTime(new Date(at))}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Technical({ registered, index }: { readonly registered: Registered; readonly index: number }) {
  return (
    <details>
      <summary>技术信息：文件散列与日志序号</summary>
      <Facts
        of={{
          '文件 SHA-256': <code className="hash">{registered.fileSha256}</code>,
          签发登记: <a href={`/log/entries/${index}`}>公开日志第 {index} 号</a>,
        }}
      />
      <p>
        编号和验证码相符，不等于您手里的文件没有被改动。有电子文件的，请<a href="/verify">核验文件</a>。
      </p>
    </details>
  )
}

function About() {
  return (
    <section>
      <h2>这里能查到什么</h2>
      <ul>
        <li>是否登记、由哪个机构签发、签发日期，以及签发后的补正、补充鉴定、重新鉴定、撤回。</li>
        <li>已作废的编号会如实显示为作废，不再使用。</li>
        <li>不显示意见书的内容。查询次数有限制，防止猜测。</li>
        <li>
          手里有电子文件的，还可以<a href="/verify">核验文件</a>：逐字节检查，文件不离开您的电脑。
        </li>
      </ul>
    </section>
  )
}
