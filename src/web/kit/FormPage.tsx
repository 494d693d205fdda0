import type { ReactNode } from 'react'
import { Page } from './Page.tsx'

interface FormPageProps {
  readonly title: string
  readonly crumbs?: readonly (readonly [to: string, label: string])[]
  /** One sentence: what this does and what follows. */
  readonly intro?: ReactNode
  readonly children: ReactNode
}

/** A form on a page of its own: one column of 640 px. Put a CommandForm inside, its fields in FieldGroups. */
export function FormPage({ title, crumbs = [], intro, children }: FormPageProps) {
  return (
    <Page title={title} crumbs={crumbs}>
      <div className="sheet form-column">
        {intro && <p className="intro">{intro}</p>}
        {children}
      </div>
    </Page>
  )
}

/** Fields that belong together, under a short heading. */
export function FieldGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="field-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
