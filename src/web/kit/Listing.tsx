import { type ReactNode, useId } from 'react'
import { Empty } from './Empty.tsx'

export interface Column<R> {
  readonly title: string
  readonly cell: (row: R) => ReactNode
  /** Numbers stand right, in tabular figures. */
  readonly numeric?: boolean
  /** A word or two that must not be broken: states, kinds, dates. */
  readonly short?: boolean
  /** The value of `sort` in the URL that this column stands for. */
  readonly sort?: string
}

interface ListingProps<R> {
  /** What the table holds, for those who cannot see it. */
  readonly caption: string
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** The first is the thing's number and title and is the link. */
  readonly columns: readonly Column<R>[]
  /** What would be here and how it gets here. */
  readonly empty: ReactNode
  /** `due` upwards, `-due` downwards. */
  readonly sort?: string
  readonly onSort?: (sort: string) => void
  readonly urgent?: (row: R) => boolean
}

/** A list as a real table; on a phone each row becomes a small sheet with its labels. */
export function Listing<R>({ caption, rows, rowKey, columns, empty, sort, onSort, urgent }: ListingProps<R>) {
  if (rows.length === 0) return <Empty>{empty}</Empty>
  return (
    <table className="listing">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.title} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={urgent?.(row) ? 'urgent' : undefined}>
            {columns.map(({ title, cell, numeric, short }, i) =>
              i === 0 ? (
                <th key={title} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={title} data-label={title} className={classOf(numeric, short)}>
                  <div>{cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function classOf(numeric: boolean | undefined, short: boolean | undefined): string | undefined {
  if (numeric) return 'number numeric'
  return short ? 'short' : undefined
}

interface HeadProps<R> {
  readonly column: Column<R>
  readonly sort: string | undefined
  readonly onSort: ((sort: string) => void) | undefined
}

function Head<R>({ column, sort, onSort }: HeadProps<R>) {
  const help = useId()
  const { title, numeric, sort: key } = column
  if (!key || !onSort)
    return (
      <th scope="col" className={numeric ? 'numeric' : undefined}>
        {title}
      </th>
    )
  const order = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none'
  return (
    <th scope="col" aria-sort={order} className={numeric ? 'numeric' : undefined}>
      <button
        type="button"
        className="sort-button"
        aria-describedby={help}
        onClick={() => onSort(order === 'ascending' ? `-${key}` : key)}
      >
        {title}{' '}
        <span aria-hidden="true">{order === 'ascending' ? '↑' : order === 'descending' ? '↓' : '↕'}</span>
      </button>
      <span id={help} hidden>
        按此列排序
      </span>
    </th>
  )
}
