import { Checkbox } from 'antd'

interface ChoicesProps<V extends string> {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly id?: string
  readonly value?: V[]
  readonly onChange?: (value: V[]) => void
}

/** Several of a few: all are seen at once. Takes from its Field only what a group of boxes may bear. */
export function Choices<V extends string>({ label, options, id, value, onChange }: ChoicesProps<V>) {
  const long = options.some(({ label: words }) => words.length > 12)
  return (
    <Checkbox.Group<V>
      aria-label={label}
      className={long ? 'choices choices-long' : 'choices'}
      options={[...options]}
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
    />
  )
}
