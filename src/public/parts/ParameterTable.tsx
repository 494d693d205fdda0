import { parameters } from '#law/parameters.ts'
import { procedureProfile } from '#law/terms/entrusting-type.ts'
import { parameterUnit } from '#law/terms/parameter-unit.ts'
import { ClauseRef } from './ClauseRef.tsx'
import { certaintyWord } from './certainty-word.tsx'

/** The numbers in force on a Beijing date, with source, certainty and the procedures that they apply to. */
export function ParameterTable({ today }: { readonly today: string }) {
  const inForce = parameters.filter(({ from, until }) => from <= today && today <= (until ?? '9999'))
  return (
    <table>
      <caption>{today}（北京日期）有效的取值</caption>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">取值</th>
          <th scope="col">适用程序</th>
          <th scope="col">来源</th>
          <th scope="col">把握程度</th>
        </tr>
      </thead>
      <tbody>
        {inForce.map(({ id, title, value, unit, profiles, source, certainty, from }) => (
          <tr key={`${id} ${source.id} ${profiles?.join() ?? ''}`}>
            <th scope="row">{title}</th>
            <td data-label="取值" className="number">
              {value} {parameterUnit.label(unit)}
            </td>
            <td data-label="适用程序">
              {profiles?.map((code) => procedureProfile.label(code)).join('、') ?? '全部'}
            </td>
            <td data-label="来源">
              <ClauseRef id={source.id} />
              <span className="faint"> 自 {from}</span>
            </td>
            <td data-label="把握程度">{certaintyWord(certainty)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
