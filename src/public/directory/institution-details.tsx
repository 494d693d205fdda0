import type { ReactNode } from 'react'
import { provinceOf } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { competenceText } from '#modules/directory/contract/competence-text.ts'
import type { InstitutionBody } from '#modules/directory/contract/register.ts'
import { stateLabel } from '#modules/directory/contract/search.ts'
import type { Shown } from './entry-page.tsx'
import { entryPath } from './words.tsx'

/** The particulars of an institution that are one word each. */
export function institutionFacts(body: InstitutionBody): Readonly<Record<string, ReactNode>> {
  return {
    名录编号: <span className="number">{body.number}</span>,
    曾用名: body.formerNames.map(({ name, until }) => `${name}（至 ${until}）`).join('、'),
    统一社会信用代码: <span className="number">{body.creditCode}</span>,
    所在地: provinceOf(body.region),
    地址: body.address,
    电话: body.telephone,
    机构负责人: body.personInCharge,
    列入日期: body.listedFrom,
    有效期至: body.termUntil,
    不得再申请: body.barredUntil && `至 ${body.barredUntil}`,
    等级: body.grade && `${body.grade.grade}（${body.grade.on} 评定）`,
    收费依据: body.feeBasis,
    人民法院名册: body.courtLists.join('、'),
    承继机构:
      body.successors.length === 0
        ? null
        : body.successors.map((number) => (
            <a key={number} className="number" href={entryPath(`institution:${number}`)}>
              {number}{' '}
            </a>
          )),
    说明: body.demonstration ? '演示机构，并不存在' : '',
  }
}

/** Scope item by item, standards, people. */
export function InstitutionDetails({
  body,
  shown,
}: {
  readonly body: InstitutionBody
  readonly shown: Shown
}) {
  return (
    <>
      <Scope scope={body.scope} />
      <Conformity conformity={body.conformity} />
      <Appraisers number={body.number} shown={shown} />
      <p className="screen-only">
        发现登记有误？
        <a href={`/directory/report?key=${encodeURIComponent(shown.entry.key)}`}>报告这一条的错误</a>
      </p>
    </>
  )
}

const scopeStates = { IN_FORCE: '有效', SUSPENDED: '暂停', ENDED: '终止' } as const

function Scope({ scope }: Pick<InstitutionBody, 'scope'>) {
  return (
    <section>
      <h2>业务范围</h2>
      {scope.length === 0 ? (
        <p>尚未核定业务范围。</p>
      ) : (
        <table className="dense">
          <caption className="hidden">业务范围逐项</caption>
          <thead>
            <tr>
              <th scope="col">知识产权类型</th>
              <th scope="col">技术领域</th>
              <th scope="col">鉴定种类</th>
              <th scope="col">起止</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {scope.map((item) => (
              <tr key={`${item.ipType} ${item.field} ${item.from}`}>
                <th scope="row">{ipType.label(item.ipType)}</th>
                <td data-label="技术领域">{item.field ? technicalField.label(item.field) : '全部'}</td>
                <td data-label="鉴定种类">{item.kind || '不限'}</td>
                <td data-label="起止" className="number">
                  {item.from} 至 {item.until ?? '未定期限'}
                </td>
                <td data-label="状态">{scopeStates[item.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Conformity({ conformity }: Pick<InstitutionBody, 'conformity'>) {
  return (
    <section>
      <h2>贯彻标准</h2>
      {conformity.length === 0 ? (
        <p>没有有效的贯标登记。</p>
      ) : (
        <ul>
          {conformity.map(({ standard, certificate, from, until }) => (
            <li key={certificate}>
              {standard}，证书 <span className="number">{certificate}</span>，{from} 至 {until}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const MOST = 200

function Appraisers({
  number,
  shown: { appraisers, asOf },
}: {
  readonly number: string
  readonly shown: Shown
}) {
  return (
    <section>
      <h2>鉴定人</h2>
      {appraisers.length === 0 ? (
        <p>没有登记的鉴定人。</p>
      ) : (
        <table className="dense">
          <caption>{appraisers.length < MOST ? `共 ${appraisers.length} 人` : `前 ${MOST} 人`}</caption>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">职称</th>
              <th scope="col">执业编号</th>
              <th scope="col">专业</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {appraisers.map((each) => (
              <tr key={each.number}>
                <th scope="row">
                  <a href={entryPath(`appraiser:${each.number}`, asOf)}>{each.name}</a>
                </th>
                <td data-label="职称">{each.title || '—'}</td>
                <td data-label="执业编号" className="number">
                  {each.number}
                </td>
                <td data-label="专业">{each.fields.map(competenceText).join('、')}</td>
                <td data-label="状态">{stateLabel(each.state)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {appraisers.length >= MOST && (
        <p>
          <a href={`/directory?${new URLSearchParams({ kind: 'appraiser', institution: number })}`}>
            全部鉴定人
          </a>
        </p>
      )}
    </section>
  )
}
