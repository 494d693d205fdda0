import type { PublicPage } from '../public-page.tsx'

/** `/verify`: checks a file in the visitor's browser. Without script it says how to do the same on the command line. */
export function verifyPage(script: string | undefined): PublicPage {
  return {
    title: '核验文件',
    ...(script ? { script } : {}),
    body: (
      <article className="prose">
        <h1>核验文件</h1>
        <p className="lead">
          检查一份鉴定意见书的电子文件：签名是否真实，内容有没有被改动。文件在您的电脑上检查，不会上传。
        </p>
        {/* the script, once it runs, takes this away or says why it cannot check */}
        <p id="cannot" className="sentence sentence-refused">
          {script
            ? '页面上的核验需要启用脚本。没有脚本时，请用下面的命令行办法。'
            : '本服务器没有构建浏览器核验程序，请用下面的命令行办法。'}
        </p>
        {script && <Drop />}
        <div id="report" aria-live="polite" />
        <CommandLine />
        <Trust />
      </article>
    ),
  }
}

function Drop() {
  return (
    <form id="drop" className="form" hidden>
      <p className="field">
        <label htmlFor="pdf">鉴定意见书（PDF）</label>
        <span className="help" id="pdf-help">
          也可以把文件拖到这里，PDF 和登记证明可以一起拖入
        </span>
        <input id="pdf" type="file" accept=".pdf,application/pdf" aria-describedby="pdf-help" />
      </p>
      <p className="field">
        <label htmlFor="proof">登记证明（opinion.tlog-proof，选填）</label>
        <span className="help" id="proof-help">
          随意见书一并送达。没有它也能检查签名，但“最终登记未核对”
        </span>
        <input id="proof" type="file" accept=".tlog-proof" aria-describedby="proof-help" />
      </p>
      <p className="field">
        <label htmlFor="trust">自己留存的信任文件（trust.json，选填）</label>
        <span className="help" id="trust-help">
          不选则用本网站现在提供的信任文件，结论取决于您是否信任本网站
        </span>
        <input id="trust" type="file" accept=".json,application/json" aria-describedby="trust-help" />
      </p>
      <button type="submit">核验</button>
    </form>
  )
}

function CommandLine() {
  return (
    <section>
      <h2>不用浏览器核验</h2>
      <p>取得本平台的程序和信任文件后，断网运行：</p>
      <pre>
        <code>npm run verify -- opinion.pdf --proof opinion.tlog-proof --trust trust.json</code>
      </pre>
      <p>
        全部成立时退出码为 0；没有 <code>--proof</code> 时会写明“最终登记未核对”。
      </p>
    </section>
  )
}

function Trust() {
  return (
    <section>
      <h2>相信谁</h2>
      <p>
        核验以信任文件为准：其中有日志的验证密钥、证书和时间戳的根。它不从被核验的文件里取。
        <a href="/trust.json" download="trust.json">
          下载 trust.json
        </a>
        ，与从其他可信途径取得的比对后留存，以后一直用它核验。
      </p>
    </section>
  )
}
