import type { PublicPage } from '../public-page.tsx'

/** Nothing is at this address. */
export function missingPage(): PublicPage {
  return {
    title: '没有这个页面',
    status: 404,
    body: (
      <article className="prose">
        <h1>没有这个页面</h1>
        <p className="lead">网址可能抄写有误，或者页面已经移走。</p>
        <ul>
          <li>
            核对一份意见书：到<a href="/check">核对意见书</a>，填写封面上的编号和验证码
          </li>
          <li>
            检查电子文件：到<a href="/verify">核验文件</a>
          </li>
          <li>
            办理案件：<a href="/app/">登录</a>
          </li>
        </ul>
      </article>
    ),
  }
}
