import type { z } from 'zod'
import { type Problem, problems } from '#kernel/problem.ts'
import type { compareDays } from '#modules/directory/contract/search.ts'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'
import { Differences } from './History.tsx'
import { listPath } from './list-page.tsx'
import { type Asked, Choice } from './SearchForm.tsx'
import { entryPath, grouped, NotTheRegister } from './words.tsx'

type Compared = z.output<typeof compareDays.output>

/** `/directory/changes?from=&to=`: what the list says otherwise on the later day. */
export function changesPage(asked: Asked, found: Compared | Problem | undefined): PublicPage {
  const refused = found instanceof Error ? found : undefined
  return {
    title: '名录的变动',
    ...(refused ? { status: problems[refused.type].status } : {}),
    body: (
      <article>
        <p className="crumbs">
          <a href="/directory">鉴定机构名录</a>
        </p>
        <h1>两个日期之间名录的变动</h1>
        <NotTheRegister />
        <form className="form filters" action="/directory/changes" method="get">
          <Day name="from" label="从" value={asked.from} required />
          <Day name="to" label="到（不填为今天）" value={asked.to} />
          <Choice name="kind" label="查什么" asked={asked} options={{ appraiser: '鉴定人' }} none="机构" />
          <Choice
            name="question"
            label="怎样比较"
            asked={asked}
            options={{ true: '两日实际情形（含后来的更正）' }}
            none="两日名录所写"
          />
          <p className="wide">
            <button type="submit">比较</button>
          </p>
        </form>
        {refused && (
          <Sentence tone="refused" word="还不能比较">
            {refused.issues.map(({ detail }) => detail).join('；') || refused.detail}
          </Sentence>
        )}
        {found && !(found instanceof Error) && <Answer asked={asked} compared={found} />}
      </article>
    ),
  }
}

function Day({
  name,
  label,
  value,
  required,
}: {
  name: string
  label: string
  value?: string | undefined
  required?: boolean
}) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type="date" defaultValue={value ?? ''} required={required} />
    </p>
  )
}

const words = { entered: '列入', left: '离开名录', changed: '变更' } as const

function Answer({ asked, compared }: { readonly asked: Asked; readonly compared: Compared }) {
  const { from, to, items, next } = compared
  return (
    <section aria-label="变动">
      <p>
        从 {from.day}（日志规模 {grouped(from.size)}）到 {to.day}（日志规模 {grouped(to.size)}）
        {items.length === 0 && !next && '，没有变动'}。
      </p>
      <ol className="changes">
        {items.map(({ key, name, change, differences, logIndex }) => (
          <li key={key}>
            <strong>{words[change]}</strong> <a href={entryPath(key)}>{name}</a>{' '}
            <span className="number faint">{key.slice(key.indexOf(':') + 1)}</span>
            <Differences of={differences} />
            <p className="faint">
              <a href={`/log/entries/${logIndex}`}>公开日志第 {logIndex} 号</a>
            </p>
          </li>
        ))}
      </ol>
      <nav className="pager" aria-label="翻页">
        {next && <a href={listPath({ ...asked, cursor: next }, '/directory/changes')}>下一页</a>}
      </nav>
    </section>
  )
}
