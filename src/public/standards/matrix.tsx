import { ipType } from '#law/terms/ip-type.ts'
import { standardLayer } from '#law/terms/standard.ts'
import type { ListedStandard } from '#modules/standards/contract/standards.ts'

type Cell = readonly ListedStandard[]

/** Layer × kind of right: which standards hold, which are on their way, and where there is none. */
export function Matrix({ standards }: { readonly standards: readonly ListedStandard[] }) {
  const cell = (type: (typeof ipType.codes)[number], layer: (typeof standardLayer.codes)[number]): Cell =>
    standards.filter((standard) => standard.layer === layer && standard.ipTypes.includes(type))
  return (
    <table>
      <caption>
        每格列出现行有效的标准；写“在研”的还没有发布，写“缺口”的既没有现行标准，也没有在研标准。参照适用的另行注明。
      </caption>
      <thead>
        <tr>
          <th scope="col">知识产权类型</th>
          {standardLayer.codes.map((layer) => (
            <th key={layer} scope="col">
              {standardLayer.label(layer)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ipType.codes.map((type) => (
          <tr key={type}>
            <th scope="row">{ipType.label(type)}</th>
            {standardLayer.codes.map((layer) => (
              <td key={layer} data-label={standardLayer.label(layer)}>
                <Holding cell={cell(type, layer)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const ahead = ['PLANNED', 'DRAFTING', 'CONSULTATION', 'APPROVED']

function Holding({ cell }: { readonly cell: Cell }) {
  const inForce = cell.filter(({ state }) => state === 'EFFECTIVE')
  const coming = cell.filter(({ state }) => ahead.includes(state))
  if (inForce.length === 0 && coming.length === 0) return <strong>缺口</strong>
  return (
    <ul className="plain">
      {[...inForce, ...coming].map(({ slug, number, title, state, certainty }) => (
        <li key={slug}>
          {state !== 'EFFECTIVE' && '在研：'}
          <a href={`/standards/${slug}`}>{number ?? title}</a>
          {state === 'EFFECTIVE' && certainty === 'uncertain' && '（待核实）'}
          {certainty === 'analogous' && '（参照）'}
        </li>
      ))}
    </ul>
  )
}

/** How many cells have nothing in force: the gaps that the plan for standards starts from. */
export function gapsOf(standards: readonly ListedStandard[]): {
  readonly gaps: number
  readonly cells: number
} {
  const covered = new Set(
    standards
      .filter(({ state }) => state === 'EFFECTIVE')
      .flatMap(({ layer, ipTypes }) => ipTypes.map((type) => `${layer}/${type}`)),
  )
  const cells = ipType.codes.length * standardLayer.codes.length
  return { gaps: cells - covered.size, cells }
}
