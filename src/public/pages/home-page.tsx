import type { z } from 'zod'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import type { searchDirectory } from '#modules/directory/contract/search.ts'
import { entryPath, grouped } from '../directory/words.tsx'
import { CheckForm } from '../parts/CheckForm.tsx'
import { ClauseRef } from '../parts/ClauseRef.tsx'
import type { PublicPage } from '../public-page.tsx'

interface Home {
  readonly list: z.output<typeof searchDirectory.output>
  readonly logSize: number
}

/** `/`: what this is, in words for a judge and for a clerk, and the four things that can be done here. */
export function homePage({ list, logSize }: Home): PublicPage {
  return {
    title: '明鉴',
    body: (
      <>
        <section className="opening prose">
          <h1>知识产权鉴定，每一步都可查</h1>
          <p className="lead">
            明鉴是知识产权鉴定的办理与核验平台。从委托、受理、鉴定到签发，谁在何时依据哪一条办了什么，都当即写入公开日志，事后不能更改。
          </p>
        </section>
        <div className="ways">
          <section className="sheet" aria-labelledby="check">
            <h2 id="check">核对一份意见书</h2>
            <p>凭封面上的编号和验证码，查它是否登记、是否有效。</p>
            <CheckForm />
          </section>
          <div className="column">
            <section className="sheet" aria-labelledby="verify">
              <h2 id="verify">核验电子文件</h2>
              <p>签名是否真实、内容有没有被改动，在您的浏览器里当场检查，文件不上传。</p>
              <p>
                <a className="button" href="/verify">
                  选择文件核验
                </a>
              </p>
            </section>
            <section className="sheet" aria-labelledby="work">
              <h2 id="work">办理业务</h2>
              <p>法院、行政机关、仲裁调解组织、当事人委托鉴定；鉴定机构受理、实施、签发。</p>
              <p>
                <a className="button" href="/app/">
                  登录
                </a>
              </p>
            </section>
          </div>
        </div>
        <Institutions list={list} />
        <section className="prose">
          <h2>公开日志</h2>
          <p>
            日志目前有 <span className="number">{logSize}</span>{' '}
            条。它只公开操作、时间和不可逆的承诺值，不含人名和案情；任何人都可以下载、重算、对照。
          </p>
          <p>
            <a href="/log">日志说明与核对办法</a>
          </p>
        </section>
        <section className="prose">
          <h2>鉴定意见的性质</h2>
          <p>
            鉴定只就专门性事实问题提出意见，不判断是否侵权、权利是否有效。鉴定意见是证据的一种，须经查证属实，才能作为认定事实的根据。
            <ClauseRef id={guidingOpinion.clause('二（一）3').id} />
          </p>
        </section>
      </>
    ),
  }
}

function Institutions({ list: { items, total, totalCapped } }: Pick<Home, 'list'>) {
  const some = items.slice(0, 6)
  return (
    <section className="prose">
      <h2>鉴定机构名录</h2>
      {some.length === 0 ? (
        <p>名录中还没有机构。机构经核准列入后，会公布在这里。</p>
      ) : (
        <ul className="plain">
          {some.map(({ key, body }) => (
            <li key={key}>
              <a href={entryPath(key)}>{body.name}</a>{' '}
              <span className="number faint">名录编号 {body.number}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/directory">
          全部 {grouped(total)}
          {totalCapped && '+'} 家机构，可按名称、领域、地区查询
        </a>
      </p>
    </section>
  )
}
