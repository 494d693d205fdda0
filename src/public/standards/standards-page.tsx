import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { standardKind, standardLayer } from '#law/terms/standard.ts'
import type { ListedStandard } from '#modules/standards/contract/standards.ts'
import { standardLife } from '#modules/standards/module.ts'
import { ClauseRef } from '../parts/ClauseRef.tsx'
import { certaintyWord } from '../parts/certainty-word.tsx'
import type { PublicPage } from '../public-page.tsx'
import { gapsOf, Matrix } from './matrix.tsx'

/** `/standards`: the system of standards with its gaps, then every standard of the register. */
export function standardsPage(standards: readonly ListedStandard[]): PublicPage {
  const { gaps, cells } = gapsOf(standards)
  return {
    title: '标准体系',
    body: (
      <article>
        <div className="prose">
          <h1>知识产权鉴定标准体系</h1>
          <p className="lead">
            登记了 {standards.length} 项标准。四个层次、各类知识产权共 {cells} 格，其中 {gaps}{' '}
            格没有现行标准。
            <ClauseRef id={guidingOpinion.clause('二（二）2').id} />
          </p>
          <p>
            没有见到正式文本的内容都标明“待核实”或者“待确认”，不当作已知。登记只收编号、名称、条款标题和用自己的话写的要点，不收标准正文。
            <a href="/terms">术语</a>
          </p>
        </div>
        <section>
          <h2>层次与类型</h2>
          <Matrix standards={standards} />
        </section>
        <section>
          <h2>全部标准</h2>
          <Register standards={standards} />
        </section>
      </article>
    ),
  }
}

function Register({ standards }: { readonly standards: readonly ListedStandard[] }) {
  if (standards.length === 0)
    return <p>还没有登记标准。由全国性行业自律组织或者国家知识产权局登记后公布在这里。</p>
  return (
    <table>
      <caption>按国家、行业、团体、地方排列</caption>
      <thead>
        <tr>
          <th scope="col">标准</th>
          <th scope="col">类别</th>
          <th scope="col">层次</th>
          <th scope="col">状态</th>
          <th scope="col">实施日期</th>
          <th scope="col">把握程度</th>
        </tr>
      </thead>
      <tbody>
        {standards.map((standard) => (
          <tr key={standard.slug}>
            <th scope="row">
              <a href={`/standards/${standard.slug}`}>{standard.title}</a>{' '}
              <span className="number faint">{standard.number ?? '编号待核实'}</span>
            </th>
            <td data-label="类别">{standardKind.label(standard.kind)}</td>
            <td data-label="层次">{standardLayer.label(standard.layer)}</td>
            <td data-label="状态">{standardLife.states[standard.state]}</td>
            <td data-label="实施日期" className="number">
              {standard.effectiveFrom ?? (standard.state === 'EFFECTIVE' ? '待核实' : '—')}
            </td>
            <td data-label="把握程度">{certaintyWord(standard.certainty)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
