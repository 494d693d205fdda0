import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { To } from './To.tsx'

interface PageProps {
  readonly title: string
  /** Number of the thing, shown in tabular figures and never wrapped. */
  readonly number?: string | null
  /** The part of the thing that this screen shows: stands in the window's title and on paper, where tabs say it on screen. */
  readonly part?: string
  readonly state?: ReactNode
  /** From the outermost: `[['/cases', '案件']]`. The page itself is not repeated. */
  readonly crumbs?: readonly (readonly [to: string, label: string])[]
  /** What may be done now: the one primary action first, then the others. */
  readonly actions?: ReactNode
  /** Deadline, people, last traces: beside the work from 1280 px, below it otherwise. Nothing important only here. */
  readonly rail?: ReactNode
  readonly children: ReactNode
}

let arrivals = 0

/** After going to another screen the focus stands on its title, so that keyboard and screen reader start there. */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    arrivals += 1
    if (arrivals > 1) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}

/** The grammar of a page: where am I · what is it · what may I do now; then the facts and the work. */
export function Page({ title, number, part, state, crumbs = [], actions, rail, children }: PageProps) {
  const heading = useFocusOnArrival()
  useEffect(() => {
    document.title = `${[part, number, title].filter(Boolean).join(' ')} · 明鉴`
  }, [title, number, part])
  return (
    <article className={rail ? 'page page-with-rail' : 'page'}>
      <header className="page-head">
        {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
        <div className="page-line">
          <h1 ref={heading} tabIndex={-1}>
            {title}
            {number && <span className="number page-number">{number}</span>}
          </h1>
          {state}
          {actions && <div className="page-actions">{actions}</div>}
        </div>
      </header>
      <div className="page-work">
        {part && <h2 className="visually-hidden page-part">{part}</h2>}
        {children}
      </div>
      {rail && (
        <aside className="page-rail" aria-label="期限、人员与留痕">
          {rail}
        </aside>
      )}
    </article>
  )
}

function Crumbs({ crumbs }: { readonly crumbs: NonNullable<PageProps['crumbs']> }) {
  return (
    <nav className="crumbs" aria-label="所在位置">
      {crumbs.map(([to, label], at) => (
        <Fragment key={to}>
          {at > 0 && <span aria-hidden="true">/</span>}
          <To to={to}>{label}</To>
        </Fragment>
      ))}
    </nav>
  )
}
