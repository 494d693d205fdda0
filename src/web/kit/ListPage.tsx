import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Page } from './Page.tsx'

interface ListPageProps {
  readonly title: string
  /** How many there are in all; undefined while asked. Must agree with the rows. */
  readonly total?: number | undefined
  readonly crumbs?: readonly (readonly [to: string, label: string])[]
  readonly actions?: ReactNode
  /** Controls bound to `useFilters`. */
  readonly filters?: ReactNode
  readonly pages?: { readonly page: number; readonly size: number; readonly onTurn: (page: number) => void }
  readonly children: ReactNode
}

/** The grammar of a list: filters from the URL, a count, then a Listing. */
export function ListPage({ title, total, crumbs = [], actions, filters, pages, children }: ListPageProps) {
  return (
    <Page title={title} crumbs={crumbs} actions={actions}>
      <section className="sheet" aria-label={title}>
        {filters && (
          <search className="filters" aria-label="筛选">
            {filters}
          </search>
        )}
        {total !== undefined && (
          <p className="faint count" role="status">
            共 <span className="number">{total}</span> 项
          </p>
        )}
        {children}
        {pages && total !== undefined && total > pages.size && <Turn {...pages} total={total} />}
      </section>
    </Page>
  )
}

interface TurnProps {
  readonly page: number
  readonly size: number
  readonly total: number
  readonly onTurn: (page: number) => void
}

function Turn({ page, size, total, onTurn }: TurnProps) {
  const last = Math.ceil(total / size)
  return (
    <nav className="turn" aria-label="翻页">
      <Button disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        上一页
      </Button>
      <span>
        第 <span className="number">{page}</span> 页，共 <span className="number">{last}</span> 页
      </span>
      <Button disabled={page >= last} onClick={() => onTurn(page + 1)}>
        下一页
      </Button>
    </nav>
  )
}
