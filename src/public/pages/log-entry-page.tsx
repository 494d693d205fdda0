import { beijingTime } from '#kernel/beijing.ts'
import { Problem } from '#kernel/problem.ts'
import { parseCheckpoint } from '#log/core/checkpoint.ts'
import { type Leaf, parseLeaf } from '#log/core/leaf.ts'
import { parseTlogProof } from '#log/core/tlog-proof.ts'
import { Facts } from '../parts/Facts.tsx'
import type { PublicPage } from '../public-page.tsx'

interface Given {
  readonly index: number
  /** The proof of the entry with nothing opened; undefined where no checkpoint covers it. */
  readonly proof: string | undefined
  readonly titles: ReadonlyMap<string, string>
}

/** `/log/entries/:index`: what everybody may know of one entry, with its proof. */
export function logEntryPage({ index, proof, titles }: Given): PublicPage {
  const leaf = proof === undefined ? undefined : leafOf(proof)
  if (proof === undefined || !leaf)
    throw new Problem('not-found', `日志第 ${index} 号还没有公布，或者不存在。刚办理的事项约一秒后公布。`)
  return {
    title: `日志第 ${index} 号`,
    keep: 'no-cache',
    body: (
      <article className="prose">
        <p className="crumbs">
          <a href="/log">公开日志</a>
        </p>
        <h1>
          日志第 <span className="number">{index}</span> 号
        </h1>
        <p className="lead">
          {beijingTime(new Date(leaf.at))}，{titles.get(leaf.op) ?? leaf.op}。
        </p>
        <Facts
          of={{
            序号: <span className="number">{leaf.index}</span>,
            操作: (
              <>
                {titles.get(leaf.op)} <code>{leaf.op}</code>
              </>
            ),
            格式版本: String(leaf.v),
            首个涵盖它的检查点: coveredBy(proof),
          }}
        />
        <Commitments leaf={leaf} />
        <section>
          <h2>包含证明</h2>
          <p>下面的文字证明这一条在日志中。没有打开任何字段。</p>
          <pre>
            <code>{proof}</code>
          </pre>
          <p>
            <a href={`/log/entries/${index}.tlog-proof`}>下载 {index}.tlog-proof</a>
          </p>
        </section>
        <nav className="pager" aria-label="相邻条目">
          {index > 0 && <a href={`/log/entries/${index - 1}`}>上一条</a>}
          <a href={`/log/entries/${index + 1}`}>下一条</a>
        </nav>
      </article>
    ),
  }
}

function Commitments({ leaf }: { readonly leaf: Leaf }) {
  return (
    <section>
      <h2>各字段的承诺值</h2>
      <p>每个字段的内容加上 32 字节随机数后取散列。知道内容和随机数的人可以证明它，别人不能由此得知内容。</p>
      <table className="commitments">
        <caption className="hidden">字段与承诺值</caption>
        <thead>
          <tr>
            <th scope="col">字段</th>
            <th scope="col">承诺值</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(leaf.c).map(([field, commitment]) => (
            <tr key={field}>
              <th scope="row">
                <code>{field}</code>
              </th>
              <td data-label="承诺值">
                <code className="hash">{commitment}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function leafOf(proof: string): Leaf | undefined {
  const extra = parseTlogProof(proof)?.extra
  if (!extra) return undefined
  const { leaf }: { leaf: string } = JSON.parse(new TextDecoder().decode(extra))
  return parseLeaf(new TextEncoder().encode(leaf))
}

function coveredBy(proof: string): string {
  const note = parseTlogProof(proof)?.checkpoint ?? ''
  const checkpoint = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
  return checkpoint ? `规模 ${checkpoint.size}` : ''
}
