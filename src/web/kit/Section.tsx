import { type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  /** Stands at the end of the heading: a count, a clause, a small action. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** One part of a page on its own sheet of paper. */
export function Section({ title, beside, children }: SectionProps) {
  const heading = useId()
  return (
    <section className="sheet" aria-labelledby={heading}>
      <header className="sheet-head">
        <h2 id={heading}>{title}</h2>
        {beside}
      </header>
      {children}
    </section>
  )
}
