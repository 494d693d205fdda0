import type { z } from 'zod'
import { beijingTime } from '#kernel/beijing.ts'
import { type Problem, problems } from '#kernel/problem.ts'
import {
  errorOutcome,
  type reportEntryError,
  type trackEntryError,
} from '#modules/directory/contract/entry-errors.ts'
import { Facts } from '../parts/Facts.tsx'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'
import { entryPath } from './words.tsx'

/** What was typed; nothing of it has an address. */
export interface Report {
  readonly key: string
  /** Of the entry, as the list has it. */
  readonly name: string
  readonly what?: string
  readonly contact?: string
}

/** `/directory/report?key=…`: says what is wrong with one entry. No account is needed, and no name. */
export function reportFormPage(
  { key, name, what = '', contact = '' }: Report,
  refused?: Problem,
): PublicPage {
  const fault = (path: string) => refused?.issues.find((issue) => issue.path === path)?.detail
  return {
    title: '报告名录错误',
    keep: 'no-store',
    ...(refused ? { status: problems[refused.type].status } : {}),
    body: (
      <article className="prose">
        <p className="crumbs">
          <a href={entryPath(key)}>{name}</a>
        </p>
        <h1>报告名录错误</h1>
        <p className="lead">
          您认为“{name}”（{key.slice(key.indexOf(':') + 1)}
          ）在名录中的登记有误，请写明哪一项、应当是什么、依据是什么。由所在省的管理部门或者行业自律组织核实并答复。
        </p>
        {refused && (
          <Sentence tone="refused" word="还没有收到">
            {refused.issues.map(({ detail }) => detail).join('；') || refused.detail}
          </Sentence>
        )}
        <form className="form" action="/directory/report" method="post">
          <input type="hidden" name="key" value={key} />
          <p className="field">
            <label htmlFor="what">哪里有误</label>
            {fault('what') && (
              <strong className="fault" id="what-fault">
                {fault('what')}
              </strong>
            )}
            <textarea
              id="what"
              name="what"
              rows={6}
              maxLength={1000}
              required
              defaultValue={what}
              aria-invalid={fault('what') ? true : undefined}
              aria-describedby={fault('what') ? 'what-fault' : undefined}
            />
          </p>
          <p className="field">
            <label htmlFor="contact">联系方式（可以不填）</label>
            <span className="help" id="contact-help">
              只给办理的人看，不公开，也不写入日志。不填也能凭查询码读到答复。
            </span>
            <input
              id="contact"
              name="contact"
              maxLength={80}
              defaultValue={contact}
              aria-describedby="contact-help"
            />
          </p>
          <button type="submit">提交</button>
        </form>
        <p className="faint">
          这里只更正登记错误。对鉴定意见或者鉴定人行为有意见的，请向鉴定机构或者其主管部门反映。
        </p>
      </article>
    ),
  }
}

type Received = z.output<typeof reportEntryError.output>

export function receivedPage({ code, due }: Received): PublicPage {
  return {
    title: '已收到纠错报告',
    keep: 'no-store',
    body: (
      <article className="prose">
        <h1>已收到纠错报告</h1>
        <Sentence tone="plain" word="已收到">
          将在 {due} 以前答复（北京日期）。请记下查询码，凭它读答复；它只显示这一次。
        </Sentence>
        <p className="tracking-code">
          <span className="number">{code}</span>
        </p>
        <p>
          <a href="/directory/report/answer">凭查询码读答复</a>
        </p>
      </article>
    ),
  }
}

type Tracked = z.output<typeof trackEntryError.output>

/** `/directory/report/answer`: the answer, for whoever has the code. */
export function answerPage(found: Tracked | Problem | undefined): PublicPage {
  const refused = found instanceof Error ? found : undefined
  const report = found && !(found instanceof Error) ? found.report : undefined
  return {
    title: '名录纠错的答复',
    keep: 'no-store',
    ...(refused ? { status: problems[refused.type].status } : {}),
    body: (
      <article className="prose">
        <h1>名录纠错的答复</h1>
        {refused && (
          <Sentence tone="refused" word="还不能查询">
            {refused.issues.map(({ detail }) => detail).join('；') || refused.detail}
          </Sentence>
        )}
        {report === null && (
          <Sentence tone="refused" word="没有找到">
            没有这个查询码的报告，请核对后再试。
          </Sentence>
        )}
        {report && <Answer report={report} />}
        <form className="form" action="/directory/report/answer" method="post">
          <p className="field">
            <label htmlFor="code">查询码</label>
            <span className="help" id="code-help">
              提交报告时显示的十六位，如 3F7K-9Q2M-01AB-XY5Z
            </span>
            <input
              id="code"
              name="code"
              maxLength={40}
              required
              autoComplete="off"
              aria-describedby="code-help"
            />
          </p>
          <button type="submit">查看答复</button>
        </form>
      </article>
    ),
  }
}

function Answer({ report }: { readonly report: NonNullable<Tracked['report']> }) {
  const { key, name, what, reportedAt, due, outcome, answer, answeredAt } = report
  return (
    <>
      <Sentence tone="plain" word={outcome ? errorOutcome.label(outcome) : '正在核实'}>
        {answer ?? `将在 ${due} 以前答复（北京日期）。`}
      </Sentence>
      <Facts
        of={{
          条目: <a href={entryPath(key)}>{name}</a>,
          报告内容: what,
          报告时间: beijingTime(new Date(reportedAt)),
          答复时间: answeredAt && beijingTime(new Date(answeredAt)),
        }}
      />
    </>
  )
}
