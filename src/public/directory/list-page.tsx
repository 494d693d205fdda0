import type { z } from 'zod'
import { type Problem, problems } from '#kernel/problem.ts'
import { provinceOf } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { competenceText } from '#modules/directory/contract/competence-text.ts'
import type { AppraiserBody, InstitutionBody } from '#modules/directory/contract/register.ts'
import { type searchDirectory, stateLabel } from '#modules/directory/contract/search.ts'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'
import { type Asked, SearchForm } from './SearchForm.tsx'
import { type AsOf, AsOfLine, entryPath, grouped, NotTheRegister } from './words.tsx'

type Found = z.output<typeof searchDirectory.output>

/** `/directory`: the national list, searched by whatever one knows; every answer has an address. */
export function listPage(asked: Asked, found: Found | Problem): PublicPage {
  const refused = found instanceof Error ? found : undefined
  const answer = found instanceof Error ? undefined : found
  const appraisers = asked.kind === 'appraiser'
  return {
    title: '鉴定机构名录',
    ...(refused ? { status: problems[refused.type].status } : {}),
    head: answer && <Alternates asked={asked} next={answer.next} />,
    body: (
      <article>
        <h1>鉴定机构名录</h1>
        <NotTheRegister />
        <nav aria-label="查机构还是查人">
          <ul className="tabs">
            <li>
              <a href="/directory" aria-current={appraisers ? undefined : 'page'}>
                机构
              </a>
            </li>
            <li>
              <a href="/directory?kind=appraiser" aria-current={appraisers ? 'page' : undefined}>
                鉴定人
              </a>
            </li>
          </ul>
        </nav>
        <SearchForm asked={asked} asOf={answer?.asOf} />
        {refused && (
          <Sentence tone="refused" word="还不能查询">
            {refused.issues.map(({ detail }) => detail).join('；') || refused.detail}
          </Sentence>
        )}
        {answer && <Answer asked={asked} answer={answer} />}
        <Further />
      </article>
    ),
  }
}

function Answer({ asked, answer }: { readonly asked: Asked; readonly answer: Found }) {
  const { items, asOf, total, totalCapped, next } = answer
  const institutions = items.flatMap(({ key, body }) => (body.kind === 'institution' ? [{ key, body }] : []))
  const appraisers = items.flatMap(({ key, body }) => (body.kind === 'appraiser' ? [{ key, body }] : []))
  const count = `共 ${grouped(total)}${totalCapped ? '+' : ''} 条，按编号排列`
  return (
    <section aria-label="查询结果">
      <AsOfLine asOf={asOf} />
      {items.length === 0 && (
        <p>{asked.cursor ? '没有更多了。' : '没有符合条件的。可以减少条件，或者只写名称的一部分。'}</p>
      )}
      {institutions.length > 0 && <Institutions rows={institutions} count={count} asOf={asOf} />}
      {appraisers.length > 0 && <Appraisers rows={appraisers} count={count} asOf={asOf} />}
      <nav className="pager" aria-label="翻页">
        {asked.cursor && <a href={listPath({ ...asked, cursor: '' })}>回到第一页</a>}
        {next && <a href={listPath({ ...asked, cursor: next })}>下一页</a>}
      </nav>
    </section>
  )
}

interface Rows<B> {
  readonly rows: readonly { readonly key: string; readonly body: B }[]
  readonly count: string
  readonly asOf: AsOf
}

function Institutions({ rows, count, asOf }: Rows<InstitutionBody>) {
  return (
    <table className="dense">
      <caption>{count}</caption>
      <thead>
        <tr>
          <th scope="col">机构</th>
          <th scope="col">名录编号</th>
          <th scope="col">所在地</th>
          <th scope="col">业务范围</th>
          <th scope="col">贯彻标准</th>
          <th scope="col">等级</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, body }) => (
          <tr key={key}>
            <th scope="row">
              <a href={entryPath(key, asOf)}>{body.name}</a>
              {body.demonstration && <span className="tag">演示</span>}
            </th>
            <td data-label="名录编号" className="number">
              {body.number}
            </td>
            <td data-label="所在地">{provinceOf(body.region)}</td>
            <td data-label="业务范围">{kindsOf(body)}</td>
            <td data-label="贯彻标准">{body.conformity.map(({ standard }) => standard).join('、') || '—'}</td>
            <td data-label="等级">{body.grade?.grade ?? '—'}</td>
            <td data-label="状态">{stateLabel(body.state)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function kindsOf({ scope }: InstitutionBody): string {
  const kinds = scope.filter(({ state }) => state === 'IN_FORCE').map((each) => ipType.label(each.ipType))
  return [...new Set(kinds)].join('、') || '没有可办的'
}

function Appraisers({ rows, count, asOf }: Rows<AppraiserBody>) {
  return (
    <table className="dense">
      <caption>{count}</caption>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">执业编号</th>
          <th scope="col">职称</th>
          <th scope="col">执业机构</th>
          <th scope="col">专业</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, body }) => (
          <tr key={key}>
            <th scope="row">
              <a href={entryPath(key, asOf)}>{body.name}</a>
            </th>
            <td data-label="执业编号" className="number">
              {body.number}
            </td>
            <td data-label="职称">{body.title || '—'}</td>
            <td data-label="执业机构" className="number">
              <a href={entryPath(`institution:${body.institution}`, asOf)}>{body.institution}</a>
            </td>
            <td data-label="专业">{body.fields.map(competenceText).join('、')}</td>
            <td data-label="状态">{stateLabel(body.state)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same question asked again with something changed; what is empty is left out. */
export function listPath(asked: Asked, at = '/directory'): string {
  const given = Object.entries(asked).filter(([, value]) => value !== '')
  return given.length > 0 ? `${at}?${new URLSearchParams(given)}` : at
}

function Alternates({ asked, next }: { readonly asked: Asked; readonly next: string | null }) {
  return (
    <>
      <link rel="alternate" type="application/json" href={listPath(asked, '/api/directory/entries')} />
      <link rel="alternate" type="application/atom+xml" href="/register/changes.atom" title="名录的变动" />
      {next && <link rel="next" href={listPath({ ...asked, cursor: next })} />}
    </>
  )
}

function Further() {
  return (
    <section className="prose">
      <h2>还可以看</h2>
      <ul>
        <li>
          <a href="/directory/coverage">覆盖图</a>：哪些省份、哪些技术领域有机构，哪些没有
        </li>
        <li>
          <a href="/directory/changes">两个日期之间的变动</a>
        </li>
        <li>
          <a href="/directory/report/answer">纠错的答复</a>：报告过名录错误的，凭查询码查看
        </li>
        <li>
          <a href="/register">名录数据与核对</a>：整份名录的签名文件，以及不依赖本平台的核对程序
        </li>
      </ul>
      <p className="faint">
        “暂停荐用”和“变更待审”的机构仍在名录中，但暂不接受新的荐用。已退出、已移出的，选择相应状态可以查到。
      </p>
    </section>
  )
}
