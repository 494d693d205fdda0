import type { z } from 'zod'
import { beijingTime } from '#kernel/beijing.ts'
import { type Problem, problems } from '#kernel/problem.ts'
import { commentDisposition } from '#law/terms/standard.ts'
import type { showConsultation } from '#modules/standards/contract/consultation.ts'
import { consultationLife } from '#modules/standards/module.ts'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'
import { CommentForm } from './CommentForm.tsx'

type Consultation = z.output<typeof showConsultation.output>

interface Drawn {
  readonly consultation: Consultation
  /** Number under which the comment just sent was taken. */
  readonly sent?: string | undefined
  readonly refused?: Problem | undefined
  readonly typed?: Readonly<Record<string, string>>
}

/** `/consultations/:id`: the draft, a form that needs no login, and what became of every comment. */
export function consultationPage({ consultation, sent, refused, typed = {} }: Drawn): PublicPage {
  const { standard, versionLabel, open, state, closesOn, opensOn, notes, clauses, comments } = consultation
  return {
    title: `征求意见：${standard.title}`,
    keep: 'no-store',
    ...(refused ? { status: problems[refused.type].status } : {}),
    body: (
      <article>
        <div className="prose">
          <p className="crumbs">
            <a href="/standards">标准体系</a> / <a href={`/standards/${standard.slug}`}>{standard.title}</a>
          </p>
          <h1>
            {standard.title}（{versionLabel}）
          </h1>
          {sent !== undefined && (
            <Sentence tone="plain" word="意见已收到">
              您的意见编号为第 {sent} 条，处理结果和理由会公布在下面的意见处理表中。
            </Sentence>
          )}
          {refused && (
            <Sentence tone="refused" word="意见没有提交">
              {refused.issues.map(({ detail }) => detail).join('；') || refused.detail}
            </Sentence>
          )}
          <p className="lead">
            {consultationLife.states[state]}：{opensOn} 至 {closesOn}（北京日期）
          </p>
          <h2>编制说明</h2>
          <p>{notes}</p>
        </div>
        <section>
          <h2>草案条款</h2>
          <table>
            <caption>条款标题和要点</caption>
            <thead>
              <tr>
                <th scope="col">条款</th>
                <th scope="col">标题</th>
                <th scope="col">要点</th>
              </tr>
            </thead>
            <tbody>
              {clauses.map(({ no, heading, says }) => (
                <tr key={no}>
                  <th scope="row" className="number">
                    {no}
                  </th>
                  <td data-label="标题">{heading}</td>
                  <td data-label="要点">{says || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="prose">
          <h2>提出意见</h2>
          {open ? (
            <CommentForm id={consultation.id} typed={typed} issues={refused?.issues ?? []} />
          ) : (
            <p>征求意见已经截止，不再接收意见。</p>
          )}
        </section>
        <Dispositions comments={comments} />
      </article>
    ),
  }
}

function Dispositions({ comments }: Pick<Consultation, 'comments'>) {
  return (
    <section id="comments">
      <h2>意见处理表</h2>
      {comments.length === 0 ? (
        <p>还没有收到意见。</p>
      ) : (
        <table>
          <caption>共 {comments.length} 条，按收到的次序</caption>
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">条款</th>
              <th scope="col">意见</th>
              <th scope="col">处理</th>
            </tr>
          </thead>
          <tbody>
            {comments.map(({ id, no, clause, name, text, at, disposition, answer }) => (
              <tr key={id}>
                <th scope="row" className="number">
                  {no}
                </th>
                <td data-label="条款">{clause || '全文'}</td>
                <td data-label="意见">
                  {text}
                  <p className="faint">
                    {name}，{beijingTime(new Date(at))}
                  </p>
                </td>
                <td data-label="处理">
                  {disposition ? (
                    <>
                      <strong>{commentDisposition.label(disposition)}</strong>
                      <p>{answer}</p>
                    </>
                  ) : (
                    '待处理'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
