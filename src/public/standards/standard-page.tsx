import type { z } from 'zod'
import { beijingTime } from '#kernel/beijing.ts'
import { provinceOf } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { clauseBearing, standardKind, standardLayer } from '#law/terms/standard.ts'
import type { showStandard } from '#modules/standards/contract/standards.ts'
import { consultationLife, standardLife } from '#modules/standards/module.ts'
import { certaintyWord } from '../parts/certainty-word.tsx'
import { Facts } from '../parts/Facts.tsx'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'

type Standard = z.output<typeof showStandard.output>

/** `/standards/:slug`: one standard, its texts and clauses, how sure they are, guidance, and who conforms to it. */
export function standardPage(standard: Standard): PublicPage {
  const { title, number, state, certainty } = standard
  return {
    title: number ? `${number} ${title}` : title,
    body: (
      <article>
        <div className="prose">
          <p className="crumbs">
            <a href="/standards">标准体系</a>
          </p>
          <h1>{title}</h1>
          <Sentence
            tone={state === 'WITHDRAWN' || state === 'SUPERSEDED' ? 'refused' : 'plain'}
            word={standardLife.states[state]}
          >
            {sentenceOf(standard)}
          </Sentence>
          <Facts
            of={{
              标准编号: number ? <span className="number">{number}</span> : '待核实',
              英文名称: standard.titleEn,
              类别: standardKind.label(standard.kind),
              层次: standardLayer.label(standard.layer),
              适用类型: standard.ipTypes.map((type) => ipType.label(type)).join('、'),
              地区: standard.region && provinceOf(standard.region),
              提出单位: standard.proposer,
              起草单位: standard.draftingUnits.join('、'),
              代替: standard.supersedes && <Neighbour of={standard.supersedes} />,
              被代替: standard.supersededBy && <Neighbour of={standard.supersededBy} />,
              把握程度: certaintyWord(certainty),
              登记依据: standard.basis,
            }}
          />
        </div>
        <Clauses standard={standard} />
        <Guidance guidance={standard.guidance} />
        <Consultations consultations={standard.consultations} />
        <Conforming certificates={standard.certificates} />
        <Versions versions={standard.versions} />
      </article>
    ),
  }
}

function sentenceOf({ state, certainty, endedOn, endReason, versions }: Standard): string {
  if (endedOn) return `自 ${endedOn} 起不再适用。${endReason ?? ''}`
  const since = versions.findLast(({ draft }) => !draft)?.effectiveFrom
  if (state === 'EFFECTIVE') {
    const from = since ? `自 ${since} 起实施。` : '实施日期待核实。'
    return certainty === 'confirmed' ? from : `${from}登记内容没有对照正式文本，以标准原文为准。`
  }
  if (state === 'APPROVED') return `已批准，自 ${since ?? ''} 起实施。`
  return '还不是标准，只供了解进展和提出意见。'
}

function Neighbour({ of }: { readonly of: NonNullable<Standard['supersedes']> }) {
  return <a href={`/standards/${of.slug}`}>{of.number ?? of.title}</a>
}

function Clauses({ standard: { clauses, versions } }: { readonly standard: Standard }) {
  if (clauses.length === 0) return null
  const last = versions.at(-1)
  return (
    <section>
      <h2>条款</h2>
      <table>
        <caption>{last?.label}：条款标题和要点，不是标准正文</caption>
        <thead>
          <tr>
            <th scope="col">条款</th>
            <th scope="col">标题和要点</th>
            <th scope="col">对象</th>
            <th scope="col">核实</th>
            <th scope="col">平台规则</th>
          </tr>
        </thead>
        <tbody>
          {clauses.map((clause) => (
            <tr key={clause.id}>
              <th scope="row" className="number">
                {clause.no}
              </th>
              <td data-label="标题和要点">
                {clause.heading}
                {clause.says && <p className="faint">{clause.says}</p>}
              </td>
              <td data-label="对象">{clauseBearing.label(clause.bearing)}</td>
              <td data-label="核实">{clause.confirmed ? '已对照' : <span className="tag">待确认</span>}</td>
              <td data-label="平台规则">
                {clause.rules.length === 0
                  ? '—'
                  : clause.rules.map((rule) => (
                      <a key={rule} href={`/rules/${rule}`}>
                        {rule}{' '}
                      </a>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Guidance({ guidance }: Pick<Standard, 'guidance'>) {
  if (guidance.length === 0) return null
  return (
    <section className="prose">
      <h2>实施指导</h2>
      <dl className="quotes">
        {guidance.map(({ clause, question, answer, at }) => (
          <div key={`${at} ${question}`}>
            <dt>
              {clause && `${clause} `}
              {question}
            </dt>
            <dd>
              {answer} <span className="faint">{beijingTime(new Date(at))}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Consultations({ consultations }: Pick<Standard, 'consultations'>) {
  if (consultations.length === 0) return null
  return (
    <section className="prose">
      <h2>征求意见</h2>
      <ul>
        {consultations.map(({ id, state, opensOn, closesOn, comments }) => (
          <li key={id}>
            <a href={`/consultations/${id}`}>
              {opensOn} 至 {closesOn}
            </a>
            ：{consultationLife.states[state]}，收到 {comments} 条意见
          </li>
        ))}
      </ul>
    </section>
  )
}

function Conforming({ certificates }: Pick<Standard, 'certificates'>) {
  if (certificates.length === 0) return null
  return (
    <section>
      <h2>贯标机构</h2>
      <table>
        <caption>持有本标准有效贯标证书的机构</caption>
        <thead>
          <tr>
            <th scope="col">机构</th>
            <th scope="col">证书编号</th>
            <th scope="col">适用范围</th>
            <th scope="col">有效期</th>
          </tr>
        </thead>
        <tbody>
          {certificates.map(({ number, institution, ipTypes, from, until }) => (
            <tr key={number}>
              <th scope="row">{institution}</th>
              <td data-label="证书编号" className="number">
                {number}
              </td>
              <td data-label="适用范围">{ipTypes.map((type) => ipType.label(type)).join('、')}</td>
              <td data-label="有效期" className="number">
                {from} 至 {until}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Versions({ versions }: Pick<Standard, 'versions'>) {
  if (versions.length === 0) return null
  return (
    <section className="prose">
      <h2>版本</h2>
      <ol className="changes">
        {versions.map(({ no, label, draft, issuedOn, effectiveFrom, summary, publishedAt }) => (
          <li key={no}>
            <strong>
              {label}
              {draft && '（草案）'}
            </strong>
            <p>
              {issuedOn && `${issuedOn} 发布。`}
              {effectiveFrom && `${effectiveFrom} 起实施。`}
            </p>
            <p>{summary}</p>
            <p className="faint">{beijingTime(new Date(publishedAt))} 登记</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
