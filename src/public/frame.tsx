import { beijingTime } from '#kernel/beijing.ts'
import { Mirror } from './parts/Mirror.tsx'
import type { PublicPage } from './public-page.tsx'
import { styleSheetPath } from './style-sheet.ts'

/** What every public page says beside its own content. */
export interface Around {
  readonly kind: 'production' | 'demonstration'
  readonly simulated: boolean
  /** Certificates come from the platform's own demonstration authority: no licensed one is connected. */
  readonly demonstrationAuthority: boolean
  readonly care: boolean
  /** Path and search of this page, to come back to. */
  readonly here: string
  readonly now: Date
}

const ways = [
  ['/check', '核对意见书'],
  ['/verify', '核验文件'],
  ['/directory', '机构名录'],
  ['/draws', '公开抽签'],
  ['/standards', '标准'],
  ['/rules', '规则与条款'],
  ['/log', '公开日志'],
] as const

/** The document around a page: skip link, notice of a demonstration, the ways, what is not connected. */
export function Frame({ page, around }: { readonly page: PublicPage; readonly around: Around }) {
  return (
    <html lang="zh-CN" data-care={around.care ? '' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title === '明鉴' ? '明鉴 · 知识产权鉴定平台' : `${page.title} · 明鉴`}</title>
        <link rel="stylesheet" href={styleSheetPath} />
        <link rel="icon" href="/mirror.svg" type="image/svg+xml" />
        {page.head}
        {page.script && <script type="module" src={page.script} />}
      </head>
      <body>
        <a className="skip" href="#main">
          跳到正文
        </a>
        <Notice around={around} />
        <header className="top">
          <a className="brand" href="/">
            <Mirror />
            <span>明鉴</span>
          </a>
          <nav aria-label="公开服务">
            <ul>
              {ways.map(([path, label]) => (
                <li key={path}>
                  <a href={path} aria-current={isHere(around.here, path) ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <ul className="own">
            <li>
              <CareSwitch around={around} />
            </li>
            <li>
              <a href="/app/">登录办理</a>
            </li>
          </ul>
        </header>
        <main id="main">{page.body}</main>
        <Foot around={around} />
      </body>
    </html>
  )
}

function isHere(here: string, path: string): boolean {
  const [own = ''] = here.split('?')
  return own === path || own.startsWith(`${path}/`) || (path === '/rules' && own.startsWith('/clauses'))
}

function Notice({ around: { kind, simulated } }: { readonly around: Around }) {
  if (kind === 'production' && !simulated) return null
  const parts = [kind === 'demonstration' ? '演示环境' : '', simulated ? '模拟时钟' : ''].filter(Boolean)
  return (
    <aside className="notice" aria-label="环境说明">
      {parts.join(' · ')}
      ：机构、人员、案件、证书与时间戳均为演示，没有法律效力
    </aside>
  )
}

function CareSwitch({ around: { care, here } }: { readonly around: Around }) {
  const to = new URLSearchParams({ on: care ? '0' : '1', back: here })
  return <a href={`/care?${to}`}>{care ? '返回标准版' : '关怀版'}</a>
}

function Foot({ around }: { readonly around: Around }) {
  const { demonstrationAuthority, simulated, now } = around
  return (
    <footer>
      <section aria-labelledby="not-connected">
        <h2 id="not-connected">没有接入的系统</h2>
        <ul>
          <li>人民法院办案系统、仲裁与调解机构系统：未接入</li>
          <li>专利、商标等国家登记簿：未接入，权利状态以委托方提供的材料为准</li>
          {demonstrationAuthority && <li>依法设立的电子认证机构（CA / UKey）：未接入，现用演示证书</li>}
        </ul>
      </section>
      <section aria-labelledby="for-machines">
        <h2 id="for-machines">供核对和对接</h2>
        <ul>
          <li>
            <a href="/trust.json">信任文件（trust.json）</a>
          </li>
          <li>
            <a href="/log/checkpoint">最新检查点</a>
          </li>
          <li>
            <a href="/openapi.json">接口说明（OpenAPI）</a>
          </li>
        </ul>
      </section>
      <p className="drawn">
        页面生成于 {beijingTime(now)}
        {simulated && '，为模拟时间'}
      </p>
    </footer>
  )
}
