import { provinceOf } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { institutionLife, type ListedInstitution } from '#modules/directory/module.ts'

import type { PublicPage } from '../public-page.tsx'

/** The sentence that keeps the directory from being taken for another list. */
export const notForensicRegister =
  '本名录由平台登记知识产权鉴定机构，不是司法行政机关编制的司法鉴定人和司法鉴定机构名册。'

/** `/institutions`: the directory as a plain table. */
export function institutionsPage(institutions: readonly ListedInstitution[]): PublicPage {
  return {
    title: '鉴定机构名录',
    body: (
      <article>
        <div className="prose">
          <h1>鉴定机构名录</h1>
          <p className="lead">{notForensicRegister}</p>
        </div>
        {institutions.length === 0 ? (
          <p>名录中还没有机构。机构经核准列入后，会公布在这里。</p>
        ) : (
          <Table institutions={institutions} />
        )}
        <p className="faint">“暂停荐用”和“变更待审”的机构仍在名录中，但暂不接受新的荐用。</p>
      </article>
    ),
  }
}

function Table({ institutions }: { readonly institutions: readonly ListedInstitution[] }) {
  return (
    <table>
      <caption>共 {institutions.length} 家，按名录编号排列</caption>
      <thead>
        <tr>
          <th scope="col">机构</th>
          <th scope="col">名录编号</th>
          <th scope="col">所在地</th>
          <th scope="col">业务范围</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {institutions.map(({ id, name, directoryNo, region, scopes, state, demonstration }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/institutions/${id}`}>{name}</a>
              {demonstration && <span className="tag">演示</span>}
            </th>
            <td data-label="名录编号" className="number">
              {directoryNo}
            </td>
            <td data-label="所在地">{provinceOf(region)}</td>
            <td data-label="业务范围">{shortScopes(scopes)}</td>
            <td data-label="状态">{institutionLife.states[state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shortScopes(scopes: ListedInstitution['scopes']): string {
  const kinds = [...new Set(scopes.map((scope) => ipType.label(scope.ipType)))]
  return kinds.join('、') || '尚未核定'
}

/** One competence in words: the kind of right, and the field of technology inside it. */
export function competenceText(of: Pick<ListedInstitution['scopes'][number], 'ipType' | 'field'>): string {
  return of.field
    ? `${ipType.label(of.ipType)}（${technicalField.label(of.field)}）`
    : ipType.label(of.ipType)
}
