import { Form, Input } from 'antd'
import type { Checked } from '#law/identifiers/checked.ts'
import { type FieldName, pathOf } from '#web/input-schema.ts'
import { Field } from '#web/kit/Field.tsx'

interface CheckedNumberProps {
  readonly name: FieldName
  /** Where the number is stored, inside the list that draws it: `Form.List` names its fields from there. */
  readonly check?: (text: string) => Checked
  readonly clause?: string
  readonly help?: string
  readonly maxLength: number
  readonly required?: boolean
}

/** A number with a check digit: told while it is typed, by the same check that the server makes. */
export function CheckedNumber({ name, check, clause, help, maxLength, required }: CheckedNumberProps) {
  const value: unknown = Form.useWatch([...pathOf(name)])
  const typed = typeof value === 'string' ? value.trim() : ''
  const said = check && typed !== '' ? check(typed) : undefined
  return (
    <Field
      name={name}
      {...(clause ? { clause } : {})}
      {...(required ? { required } : {})}
      help={said ? <Said checked={said} typed={typed} /> : help}
    >
      <Input maxLength={maxLength} className="number" autoComplete="off" spellCheck={false} />
    </Field>
  )
}

function Said({ checked, typed }: { readonly checked: Checked; readonly typed: string }) {
  if (checked.ok === false)
    return (
      <span role="status" className="due-over">
        {checked.reason}
      </span>
    )
  if (checked.ok === 'doubtful')
    return (
      <span role="status" className="due-soon">
        {checked.warn}
      </span>
    )
  return (
    <span role="status" className="faint">
      形式和校验位正确
      {checked.value !== typed && (
        <>
          ，将记为 <span className="number">{checked.value}</span>
        </>
      )}
    </span>
  )
}
