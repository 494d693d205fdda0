import type { z } from 'zod'
import { type IpType, ipType } from '#law/terms/ip-type.ts'
import { type TechnicalField, technicalField } from '#law/terms/technical-field.ts'
import type { showCoverage } from '#modules/directory/contract/search.ts'
import type { PublicPage } from '../public-page.tsx'
import { CoverageMap, covered, shortName } from './coverage-map.tsx'
import { type Asked, Choice } from './SearchForm.tsx'
import { AsOfLine, NotTheRegister } from './words.tsx'

type Coverage = z.output<typeof showCoverage.output>

interface Given {
  readonly coverage: Coverage
  readonly ip: IpType | undefined
  /** The field whose institutions the picture counts; without it, it counts fields. */
  readonly field: TechnicalField | undefined
}

/** `/directory/coverage`: where there is whom to turn to, and where there is nobody, as a picture and as a table. */
export function coveragePage({ coverage, ip, field }: Given): PublicPage {
  const asked: Asked = { ...(ip ? { ip } : {}), ...(field ? { field } : {}) }
  const count = new Map(coverage.cells.map((cell) => [`${cell.row} ${cell.province}`, cell.institutions]))
  const missing = technicalField.codes.filter((row) =>
    covered.every((province) => !count.has(`${row} ${province}`)),
  )
  return {
    title: '名录覆盖',
    body: (
      <article>
        <p className="crumbs">
          <a href="/directory">鉴定机构名录</a>
        </p>
        <h1>名录覆盖</h1>
        <NotTheRegister />
        <AsOfLine asOf={coverage.asOf} />
        <form className="form filters" action="/directory/coverage" method="get">
          <Choice name="ip" label={ipType.title} asked={asked} options={ipType.labels} />
          <Choice
            name="field"
            label="图上数哪个领域的机构"
            asked={asked}
            options={technicalField.labels}
            none="不选，数覆盖了几个领域"
          />
          <p className="wide">
            <button type="submit">显示</button>
          </p>
        </form>
        <p>
          {missing.length === 0
            ? '35 个技术领域都至少有一家机构。'
            : `全国没有机构的技术领域有 ${missing.length} 个：${missing.map(technicalField.label).join('、')}。`}
        </p>
        <CoverageMap {...picture({ count, ip, field })} />
        <Matrix
          count={count}
          rows={technicalField.codes}
          labels={technicalField.labels}
          caption={`35 个技术领域${ip ? `（${ipType.label(ip)}）` : ''}`}
        />
        {!ip && <Matrix count={count} rows={ipType.codes} labels={ipType.labels} caption="各类知识产权" />}
        <p className="faint">
          数的是在名录中、未暂停的机构，按登记所在省份。核定了发明或实用新型专利全部领域的，35
          个领域都算；其他类型只算写明的领域。
          {ip && `选了${ipType.label(ip)}以后，核定了它全部领域的，35 个领域都算。`}
        </p>
      </article>
    ),
  }
}

function picture({ count, ip, field }: { count: ReadonlyMap<string, number> } & Pick<Given, 'ip' | 'field'>) {
  const of = ip ? `（${ipType.label(ip)}）` : ''
  const fieldsIn = (province: string) =>
    technicalField.codes.filter((row) => count.has(`${row} ${province}`)).length
  const number = (province: string) => (field ? (count.get(`${field} ${province}`) ?? 0) : fieldsIn(province))
  return {
    title: field
      ? `各省份能鉴定“${technicalField.label(field)}”${of}的机构数`
      : `各省份有机构覆盖的技术领域数${of}，共 35 个`,
    counts: new Map(covered.map((province) => [province, number(province)])),
    unit: field ? '家' : '/35',
  }
}

interface MatrixProps<Row extends string> {
  readonly count: ReadonlyMap<string, number>
  readonly rows: readonly Row[]
  readonly labels: Readonly<Record<Row, string>>
  readonly caption: string
}

function Matrix<Row extends string>({ count, rows, labels, caption }: MatrixProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than any screen, it scrolls in itself, by keyboard too
    <section className="matrix" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}；数字是机构数，“—”是没有</caption>
        <thead>
          <tr>
            <th scope="col">领域</th>
            {covered.map((province) => (
              <th key={province} scope="col">
                {shortName(province)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{labels[row]}</th>
              {covered.map((province) => {
                const cell = count.get(`${row} ${province}`)
                return <Cell key={province} of={cell} />
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ of }: { readonly of: number | undefined }) {
  return of === undefined ? <td>—</td> : <td className="has">{of}</td>
}
