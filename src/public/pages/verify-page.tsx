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
      <FileField
        id="pdf"
        label="鉴定意见书（PDF）"
        help="也可以把文件拖到这里，PDF 和登记证明可以一起拖入"
        accept=".pdf,application/pdf"
      />
      <FileField
        id="proof"
        label="登记证明（opinion.tlog-proof，选填）"
        help="随意见书一并送达。没有它也能检查签名，但“最终登记未核对”"
        accept=".tlog-proof"
      />
      <FileField
        id="trust"
        label="自己留存的信任文件（trust.json，选填）"
        help="不选则用本网站现在提供的信任文件，结论取决于您是否信任本网站"
        accept=".json,application/json"
      />
      <button type="submit">核验</button>
    </form>
  )
}

interface FileFieldProps {
  readonly id: string
  readonly label: string
  readonly help: string
  readonly accept: string
}

/** The browser's own button speaks the browser's language: it stays for the keyboard, a label of ours is seen. */
function FileField({ id, label, help, accept }: FileFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="help" id={`${id}-help`}>
        {help}
      </span>
      <span className="choice">
        <input id={id} type="file" accept={accept} aria-describedby={`${id}-help ${id}-chosen`} />
        <label htmlFor={id} className="button">
          选择文件
        </label>
        <span id={`${id}-chosen`}>没有选择文件</span>
      </span>
    </div>
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
