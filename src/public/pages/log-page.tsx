import { beijingTime } from '#kernel/beijing.ts'
import { Facts } from '../parts/Facts.tsx'
import type { PublicPage } from '../public-page.tsx'

export interface PublishedLog {
  readonly origin: string
  readonly vkey: string
  /** The last signed checkpoint; undefined before the first publication. */
  readonly checkpoint: { readonly size: number; readonly note: string; readonly at: Date } | undefined
}

/** `/log`: what the log is, where it stands, and how anybody checks it with tools that are not ours. */
export function logPage({ origin, vkey, checkpoint }: PublishedLog): PublicPage {
  const size = checkpoint?.size ?? 0
  return {
    title: '公开日志',
    body: (
      <article className="prose">
        <h1>公开日志</h1>
        <p className="lead">
          平台上办理的每一件事，都在办理的同一刻写入这份日志。日志只能增加，不能修改或删除；改动任何一条，全部后续的检查点都会对不上。
        </p>
        <Facts
          of={{
            日志名称: <code>{origin}</code>,
            已公布: <span className="number">{size} 条</span>,
            最近公布: checkpoint && beijingTime(checkpoint.at),
            验证密钥: <code className="hash">{vkey}</code>,
          }}
        />
        <form className="form inline" action="/log/entries" method="get">
          <p className="field">
            <label htmlFor="index">按序号查看</label>
            <input id="index" name="index" inputMode="numeric" pattern="[0-9]+" required autoComplete="off" />
          </p>
          <button type="submit">查看</button>
        </form>
        {checkpoint && (
          <section>
            <h2>最新检查点</h2>
            <pre>
              <code>{checkpoint.note}</code>
            </pre>
            <p>
              三行依次是日志名称、条数、全部条目的根散列，其后是日志的签名。
              <a href="/log/checkpoint">下载检查点</a>
            </p>
          </section>
        )}
        <section>
          <h2>日志里有什么，没有什么</h2>
          <p>
            公开的每一条只有序号、操作名称、时间，以及各字段加盐后的承诺值。没有人名、案情和文件内容，也不能由承诺值反推。
            有权查看案件的人，可以拿到字段原文和盐，逐项与承诺值对照。
          </p>
        </section>
        <Checking size={size} />
      </article>
    ),
  }
}

function Checking({ size }: { readonly size: number }) {
  return (
    <section>
      <h2>用别人的工具核对</h2>
      <p>格式是公开的，不必使用本平台的程序：</p>
      <ul>
        <li>
          检查点 <code>/log/checkpoint</code>：C2SP signed-note 与 tlog-checkpoint，Ed25519 签名
        </li>
        <li>
          瓦片 <code>/log/tile/层/编号</code>、条目 <code>/log/tile/entries/编号</code>：C2SP tlog-tiles
          {size > 0 && (
            <>
              ，如 <a href={firstTile(size)}>第一片</a>
            </>
          )}
        </li>
        <li>
          证明 <code>.tlog-proof</code>：C2SP tlog-proof，可以离线核对
        </li>
        <li>树：RFC 6962，SHA-256；叶为 SHA-256(0x00 ‖ 条目)，节点为 SHA-256(0x01 ‖ 左 ‖ 右)</li>
      </ul>
      <p>验证密钥应当从可信的途径取得并留存。只要保存过任何一个旧检查点，就能查出此后对旧条目的任何改动。</p>
    </section>
  )
}

/** The first tile of leaf hashes as it stands at this size: partial until it holds 256. */
function firstTile(size: number): string {
  return size < 256 ? `/log/tile/0/000.p/${size}` : '/log/tile/0/000'
}
