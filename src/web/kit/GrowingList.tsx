import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Answered } from './Answered.tsx'
import { Labelled } from './Labelled.tsx'
import { type Column, Listing } from './Listing.tsx'

interface Filters {
  readonly state?: string | undefined
  readonly search?: string | undefined
  readonly cursor?: string | undefined
}

interface Found<R> {
  readonly items: readonly R[]
  readonly next: string | null
  readonly total: number
  readonly totalCapped: boolean
}

interface GrowingListProps<R> {
  /** What the rows are: 案件. */
  readonly what: string
  readonly caption: string
  readonly filters: Filters
  readonly setFilters: (change: Filters) => void
  readonly query: Parameters<typeof Answered<Found<R>>>[0]['query']
  readonly columns: readonly Column<R>[]
  readonly urgent: (row: R) => boolean
  /** Said where there is nothing and nothing was filtered out. */
  readonly empty: string
  readonly searchHint: string
  readonly states: readonly (readonly [code: string, label: string])[]
  /** Whether a filter of the page's own is set, and its control. */
  readonly more?: { readonly set: boolean; readonly control: ReactNode }
}

/** A list of matters that grows, newest first: search and state in the URL, a count, one page, and on to the older ones. */
export function GrowingList<R extends { readonly id: string }>(props: GrowingListProps<R>) {
  const { what, caption, filters, setFilters, query, columns, urgent, empty, searchHint, states, more } =
    props
  const { search = '', state } = filters
  return (
    <section className="sheet" aria-label={what}>
      <search className="filters" aria-label="筛选">
        <Search
          key={search}
          now={search}
          hint={searchHint}
          onSearch={(text) => setFilters({ search: text, cursor: '' })}
        />
        <Labelled label="状态">
          {(id) => (
            <Select
              id={id}
              allowClear
              className="filter-select"
              placeholder="全部"
              value={state ?? null}
              options={states.map(([value, label]) => ({ value, label }))}
              onChange={(chosen) => setFilters({ state: chosen ?? '', cursor: '' })}
            />
          )}
        </Labelled>
        {more?.control}
      </search>
      {query.data && (
        <p className="faint count" role="status">
          共 <span className="number">{query.data.total}</span> {query.data.totalCapped ? '件以上' : '件'}
        </p>
      )}
      <Answered query={query} what={what}>
        {({ items, next }) => (
          <>
            <Listing
              caption={caption}
              rows={items}
              rowKey={({ id }) => id}
              columns={columns}
              urgent={urgent}
              empty={
                search || state || more?.set ? `没有符合条件的${what}。请换一个条件，或清除筛选。` : empty
              }
            />
            <nav className="turn" aria-label="翻页">
              {filters.cursor && <Button onClick={() => setFilters({ cursor: '' })}>回到最新</Button>}
              {next && <Button onClick={() => setFilters({ cursor: next })}>更早的{what}</Button>}
            </nav>
          </>
        )}
      </Answered>
    </section>
  )
}

interface SearchProps {
  readonly now: string
  readonly hint: string
  readonly onSearch: (search: string) => void
}

function Search({ now, hint, onSearch }: SearchProps) {
  const [typed, setTyped] = useState(now)
  return (
    <Labelled label="查找">
      {(id) => (
        <Input.Search
          id={id}
          allowClear
          className="filter-search"
          placeholder={hint}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onSearch={onSearch}
        />
      )}
    </Labelled>
  )
}
