import type { ReactNode } from 'react'

/** An empty list says what would be here and how it gets here. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="empty">{children}</div>
}
