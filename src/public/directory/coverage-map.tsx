import { provinces } from '#law/identifiers/region.ts'

/** Column and row of each province's tile: who is whose neighbour, not how large or where exactly. */
const tiles = {
  23: [8, 0],
  65: [1, 1],
  15: [6, 1],
  22: [8, 1],
  66: [1, 2],
  62: [3, 2],
  64: [4, 2],
  11: [6, 2],
  12: [7, 2],
  21: [8, 2],
  63: [2, 3],
  61: [4, 3],
  14: [5, 3],
  13: [6, 3],
  37: [7, 3],
  54: [1, 4],
  51: [3, 4],
  50: [4, 4],
  41: [5, 4],
  34: [6, 4],
  32: [7, 4],
  31: [8, 4],
  52: [4, 5],
  42: [5, 5],
  36: [6, 5],
  33: [7, 5],
  53: [3, 6],
  45: [4, 6],
  43: [5, 6],
  44: [6, 6],
  35: [7, 6],
  46: [5, 7],
} as const

/** The provinces of the coverage table: 31 and 兵团, by code. */
export const covered = Object.keys(tiles).sort()

const names: Readonly<Record<string, string>> = provinces

/** 内蒙古自治区 as 内蒙古, 新疆生产建设兵团 as 兵团: short enough for a tile or a column. */
export function shortName(province: string): string {
  const name = names[province] ?? province
  return name.endsWith('兵团')
    ? '兵团'
    : name.replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, '')
}

const width = 76
const height = 60

interface CoverageMapProps {
  readonly title: string
  /** What is counted, by province; what is missing is none. */
  readonly counts: ReadonlyMap<string, number>
  /** Said after the number. */
  readonly unit: string
}

/** A picture of the table: one tile for each province, with its number; none is hatched and says 无. */
export function CoverageMap({ title, counts, unit }: CoverageMapProps) {
  return (
    <figure className="map">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it scrolls in itself, by keyboard too */}
      <section className="map-frame" aria-label="图" tabIndex={0}>
        <svg viewBox={`0 0 ${9 * width} ${8 * height}`} role="img" aria-labelledby="map-title">
          <title id="map-title">{title}</title>
          <pattern
            id="hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="hatch-ground" />
            <line y2="6" className="hatch-line" />
          </pattern>
          {Object.entries(tiles).map(([province, [column, row]]) => {
            const count = counts.get(province) ?? 0
            return (
              <g key={province} transform={`translate(${(column - 0.5) * width} ${row * height})`}>
                <rect
                  width={width - 4}
                  height={height - 4}
                  className={count === 0 ? 'tile-none' : 'tile'}
                  {...(count === 0 ? { fill: 'url(#hatch)' } : {})}
                />
                <text x={width / 2 - 2} y="23">
                  {shortName(province)}
                </text>
                <text x={width / 2 - 2} y="45" className="tile-number">
                  {count === 0 ? '无' : `${count}${unit}`}
                </text>
              </g>
            )
          })}
        </svg>
      </section>
      <figcaption>{title}。方格只示意相邻关系，不是地图。有斜线并写“无”的，没有机构。</figcaption>
    </figure>
  )
}
