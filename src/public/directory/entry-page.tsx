import type { ReactNode } from 'react'
import type { z } from 'zod'
import { type showEntry, stateLabel } from '#modules/directory/contract/search.ts'
import { Facts } from '../parts/Facts.tsx'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'
import { AskThePast } from './AskThePast.tsx'
import { AppraiserDetails, appraiserFacts } from './appraiser-details.tsx'
import { History } from './History.tsx'
import { InstitutionDetails, institutionFacts } from './institution-details.tsx'
import { appraiserInWords, institutionInWords, JsonLd } from './JsonLd.tsx'
import { type AsOf, AsOfLine, entryPath, NotTheRegister } from './words.tsx'

export type Shown = z.output<typeof showEntry.output>

/** `/directory/institution/:number`, `/directory/appraiser/:number`: all that is public of one entry (domain brief §9.4). */
export function entryPage(shown: Shown, base: string): PublicPage {
  const { entry, asOf, history, institution } = shown
  const { body } = entry
  const url = `${base}${entryPath(entry.key)}`
  const words =
    body.kind === 'institution' ? institutionInWords(body, url) : appraiserInWords(body, url, institution)
  return {
    title: asOf.past ? `${body.name}（截至 ${asOf.day}）` : body.name,
    head: (
      <>
        <link rel="canonical" href={url} />
        <link
          rel="alternate"
          type="application/json"
          href={`/api/directory/entries/${encodeURIComponent(entry.key)}`}
        />
        {body.kind === 'appraiser' && <meta name="robots" content="noindex" />}
        {!asOf.past && <JsonLd of={words} />}
      </>
    ),
    body: (
      <article>
        <p className="crumbs">
          <a href={body.kind === 'institution' ? '/directory' : '/directory?kind=appraiser'}>
            {body.kind === 'institution' ? '鉴定机构名录' : '鉴定人'}
          </a>
        </p>
        <h1>{body.name}</h1>
        <NotTheRegister />
        <AsOfLine asOf={asOf} />
        <Standing shown={shown} />
        <div className="prose">
          <Facts of={body.kind === 'institution' ? institutionFacts(body) : appraiserFacts(body, shown)} />
        </div>
        {body.kind === 'institution' ? (
          <InstitutionDetails body={body} shown={shown} />
        ) : (
          <AppraiserDetails body={body} />
        )}
        <History history={history} />
        <Proof shown={shown} />
        <PastOfThis entryKey={entry.key} asOf={asOf} />
      </article>
    ),
  }
}

const sentences: Readonly<Record<Shown['entry']['body']['state'], string>> = {
  LISTED: '在名录中，可以接受业务范围内的委托。',
  CHANGE_PENDING: '登记事项正在变更，审结前不接受新的委托。',
  SUSPENDED: '暂停期间不接受新的委托。',
  EXPIRED: '有效期已经届满，没有续展，不接受新的委托。',
  EXITED: '已经主动退出名录。',
  REMOVED: '已经移出名录。',
  ACTIVE: '可以在专业范围内执业。',
  LEFT: '不再在名录中的机构执业。',
}

function Standing({ shown: { entry, asOf } }: { readonly shown: Shown }) {
  const { state, reason } = entry.body
  const good = state === 'LISTED' || state === 'ACTIVE'
  return (
    <Sentence tone={good ? 'plain' : 'refused'} word={`${asOf.past ? '当日：' : ''}${stateLabel(state)}`}>
      {sentences[state]}
      {!good && reason && `事由：${reason}`}
    </Sentence>
  )
}

function Proof({ shown: { entry, asOf } }: { readonly shown: Shown }): ReactNode {
  return (
    <details>
      <summary>怎样证明名录是这样写的</summary>
      <Facts
        of={{
          所在日志条目: <a href={`/log/entries/${entry.logIndex}`}>公开日志第 {entry.logIndex} 号</a>,
          日志规模: String(asOf.size),
          '内容 SHA-256': <code className="hash">{entry.item}</code>,
          证明文件: (
            <a href={`/directory/proofs/${entry.logIndex}.tlog-proof`}>{entry.logIndex}.tlog-proof</a>
          ),
        }}
      />
      <p>
        证明文件打开了日志条目中名录变动的承诺，其中有上面的内容散列，并证明该条目在公布的日志里。整份名录的核对办法见
        <a href="/register">名录数据与核对</a>。
      </p>
    </details>
  )
}

function PastOfThis({ entryKey, asOf }: { readonly entryKey: string; readonly asOf: AsOf }) {
  return (
    <section className="screen-only">
      <h2>过去某一天</h2>
      <form className="form filters" action={entryPath(entryKey)} method="get">
        <details className="past" open={asOf.past}>
          <summary>看过去某一天的登记</summary>
          <AskThePast asOf={asOf} />
          <p>
            <button type="submit">查看那一天</button>
          </p>
        </details>
      </form>
      {asOf.past && (
        <p>
          <a href={entryPath(entryKey)}>回到今天的登记</a>
        </p>
      )}
    </section>
  )
}
