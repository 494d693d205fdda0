import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface ToProps {
  /** A path below /app: `/cases/018f…`. */
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
  readonly className?: string
  readonly children: ReactNode
}

/** A link to another screen of the application; for public pages use a plain `<a href>`. */
export function To({ to, search, className, children }: ToProps) {
  return (
    <Link
      to={to}
      {...(search ? { search } : {})}
      {...(className ? { className } : {})}
      activeProps={{}}
      // only the very page is the current one, not every page below it
      activeOptions={{ exact: true }}
      preload="intent"
    >
      {children}
    </Link>
  )
}
