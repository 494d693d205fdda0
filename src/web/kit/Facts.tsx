import type { ReactNode } from 'react'

interface FactsProps {
  /** Label and value; a value that is not there is shown as 未填写 (`null`, empty) or left out (`undefined`). */
  readonly items: readonly (readonly [label: string, value: ReactNode, wide?: 'wide'])[]
}

/** The facts of one thing, two columns wide; `wide` takes the whole line. */
export function Facts({ items }: FactsProps) {
  return (
    <dl className="facts">
      {items
        .filter(([, value]) => value !== undefined)
        .map(([label, value, wide]) => (
          <div key={label} className={wide ? 'facts-wide' : undefined}>
            <dt>{label}</dt>
            <dd>{value === null || value === '' ? <span className="faint">未填写</span> : value}</dd>
          </div>
        ))}
    </dl>
  )
}
