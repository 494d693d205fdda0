import type { PublicPage } from '../public-page.tsx'

/** `/register`: the files behind the list, and how a stranger checks them without us. */
export function registerPage({ today, size }: { readonly today: string; readonly size: number }): PublicPage {
  const list = (path: string, text: string) => (
    <li>
      <a href={`/register/list/${today}/${path}`}>{text}</a>（
      <a href={`/register/list/${today}/${path}.note`}>签名</a>）
    </li>
  )
  return {
    title: '名录数据与核对',
    body: (
      <article className="prose">
        <h1>名录数据与核对</h1>
        <p className="lead">
          名录的每一次变动都记入公开日志。下面的文件足以在没有本平台的情况下重建任何一天的名录，并查出任何改动和隐瞒。
        </p>
        <h2>名录文件</h2>
        <ul>
          {list('said.json', `${today} 名录所载（JSON）`)}
          {list('said.csv', `${today} 名录所载（CSV，可用表格软件打开）`)}
          {list(`true-${size}.json`, `${today} 的实情，按日志规模 ${size} 时所知（JSON）`)}
          <li>
            <a href="/register/entries.jsonl">名录流水</a>：每次变动一行，打开日志中的承诺
          </li>
          <li>
            <a href={`/register/delta/${today}.jsonl`}>{today} 当日变动</a>；
            <a href="/register/changes.atom">订阅变动（Atom）</a>
          </li>
        </ul>
        <p>
          把地址中的日期换成任何一天，即得那一天的名录。“所载”是名录当时写的；“实情”把后来补记、更正的也算进去，因此要写明算到日志的哪一条为止。
        </p>
        <h2>自行核对</h2>
        <p>
          <a href="/register/check-list.mjs">核对程序</a>
          不足二百行，只用 Node 自带的功能，可以先读再运行；<a href="/trust.json">信任文件</a>
          请从您信得过的地方取得并保存。
        </p>
        <pre>
          <code>node check-list.mjs 文件夹 --trust trust.json --from 本站网址 --list said.json</code>
        </pre>
        <p>
          它核对：检查点由受信任的密钥签名；日志的每一条都算进了检查点；日志里每一处名录变动都已公开，一处不多、一处不少；由此重建的名录与所给的名录逐项相同。
        </p>
      </article>
    ),
  }
}
