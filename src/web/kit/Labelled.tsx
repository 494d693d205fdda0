import { type ReactNode, useId } from 'react'

interface LabelledProps {
  readonly label: string
  /** Gets the id that ties the control to its label. */
  readonly children: (id: string) => ReactNode
}

/** A control with its label outside a CommandForm: filters, quick settings. */
export function Labelled({ label, children }: LabelledProps) {
  const id = useId()
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
