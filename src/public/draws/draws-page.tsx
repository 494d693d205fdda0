import type { z } from 'zod'
import { beijingTime } from '#kernel/beijing.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import type { listDraws } from '#modules/selection/contract/draws.ts'
import { selectionLife } from '#modules/selection/module.ts'
import { ClauseRef } from '../parts/ClauseRef.tsx'
import type { PublicPage } from '../public-page.tsx'
import { needText } from './need-text.ts'

type Draws = z.output<typeof listDraws.output>

/** `/draws`: every draw that was ever committed to, void ones among them. */
export function drawsPage({ items, next }: Draws): PublicPage {
  return {
    title: '公开抽签',
    body: (
      <article>
        <div className="prose">
          <h1>公开抽签</h1>
          <p className="lead">
            委托机关可以从名录内的候选机构中抽签选定鉴定机构。名单和密钥的散列先登记，日志走到约定的规模后才开封：
            登记时谁也不知道结果，开封后谁都可以重算。
            <ClauseRef id={guidingOpinion.clause('二（四）3').id} />
          </p>
        </div>
        {items.length === 0 ? (
          <p>还没有公开抽签。委托机关登记抽签承诺后，会公布在这里。</p>
        ) : (
          <Table items={items} />
        )}
        {next && (
          <nav className="pager" aria-label="翻页">
            <a href={`/draws?${new URLSearchParams({ cursor: next })}`}>更早的抽签</a>
          </nav>
        )}
      </article>
    ),
  }
}

function Table({ items }: Pick<Draws, 'items'>) {
  return (
    <table>
      <caption>新登记的在前；登记后没有在期限内开封的，记在委托机关名下</caption>
      <thead>
        <tr>
          <th scope="col">委托机关与需求</th>
          <th scope="col">状态</th>
          <th scope="col">候选</th>
          <th scope="col">承接或待答复</th>
          <th scope="col">登记时间</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <a href={`/draws/${item.id}`}>{item.authority}</a>
              <br />
              <span className="faint">{needText(item)}</span>
            </th>
            <td data-label="状态">{stateWord(item.state)}</td>
            <td data-label="候选" className="number">
              {item.candidates} 家
            </td>
            <td data-label="承接或待答复">{item.with ?? '—'}</td>
            <td data-label="登记时间">{beijingTime(new Date(item.committedAt))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function stateWord(state: string): string {
  const words: Readonly<Record<string, string>> = selectionLife.states
  return words[state] ?? state
}
