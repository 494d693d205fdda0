import type { z } from 'zod'
import { beijingTime } from '#kernel/beijing.ts'
import { provinceOf } from '#law/identifiers/region.ts'
import type { showInstitution } from '#modules/directory/contract/institutions.ts'
import { appraiserLife, institutionLife } from '#modules/directory/module.ts'

import { Facts } from '../parts/Facts.tsx'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'
import { competenceText, notForensicRegister } from './institutions-page.tsx'

type Institution = z.output<typeof showInstitution.output>

/** `/institutions/:id`: the public fields of one institution (domain brief §9.4), its appraisers and its history. */
export function institutionPage(institution: Institution): PublicPage {
  const { name, state, scopes } = institution
  return {
    title: name,
    body: (
      <article>
        <div className="prose">
          <p className="crumbs">
            <a href="/institutions">鉴定机构名录</a>
          </p>
          <h1>{name}</h1>
          <Sentence
            tone={state === 'SUSPENDED' ? 'refused' : 'plain'}
            word={institutionLife.states[state] ?? state}
          >
            {stateSentence[state]}
          </Sentence>
          <Facts
            of={{
              名录编号: <span className="number">{institution.directoryNo}</span>,
              机构简称: institution.shortName,
              统一社会信用代码: <span className="number">{institution.unifiedSocialCreditCode}</span>,
              所在地: provinceOf(institution.region),
              地址: institution.address,
              电话: institution.telephone,
              机构负责人: institution.personInCharge,
              列入日期: institution.listedFrom,
              说明: institution.demonstration ? '演示机构，并不存在' : '',
            }}
          />
        </div>
        <section>
          <h2>业务范围</h2>
          {scopes.length === 0 ? (
            <p>尚未核定业务范围。</p>
          ) : (
            <ul>
              {scopes.map((scope) => (
                <li key={`${scope.ipType} ${scope.field} ${scope.from}`}>
                  {competenceText(scope)}
                  {scope.kind && `：${scope.kind}`}
                  <span className="faint">
                    {' '}
                    自 {scope.from}
                    {scope.until ? ` 至 ${scope.until}` : ' 起'}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <Appraisers appraisers={institution.appraisers} />
        <History history={institution.history} />
        <p className="faint">{notForensicRegister}</p>
      </article>
    ),
  }
}

const stateSentence: Readonly<Record<Institution['state'], string>> = {
  LISTED: '该机构在名录中，可以接受业务范围内的委托。',
  SUSPENDED: '该机构暂停荐用，暂不接受新的委托。',
  CHANGE_PENDING: '该机构有登记事项正在变更，待审结。',
  EXPIRED: '该机构列入名录的有效期已经届满，不再接受新的委托。',
  EXITED: '该机构已经主动退出名录。',
  REMOVED: '该机构已被移出名录。',
}

function Appraisers({ appraisers }: Pick<Institution, 'appraisers'>) {
  if (appraisers.length === 0) return null
  return (
    <section>
      <h2>鉴定人</h2>
      <table>
        <caption>共 {appraisers.length} 人</caption>
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
          {appraisers.map(({ accountId, name, title, practiceNo, fields, state }) => (
            <tr key={accountId}>
              <th scope="row">{name}</th>
              <td data-label="职称">{title || '—'}</td>
              <td data-label="执业编号" className="number">
                {practiceNo}
              </td>
              <td data-label="专业">{fields.map(competenceText).join('、')}</td>
              <td data-label="状态">{appraiserLife.states[state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function History({ history }: Pick<Institution, 'history'>) {
  if (history.length === 0) return null
  return (
    <section>
      <h2>名录状态的变更</h2>
      <ol className="changes">
        {history.map(({ at, state, reason }) => (
          <li key={`${at} ${state}`}>
            <strong>{institutionLife.states[state]}</strong>
            {reason && <p>{reason}</p>}
            <p className="faint">{beijingTime(new Date(at))}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
