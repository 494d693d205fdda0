import { Form } from 'antd'
import { createContext, type ReactElement, type ReactNode, useContext, useEffect } from 'react'
import type { z } from 'zod'
import type { Finding } from '#kernel/rule.ts'
import { type FieldName, fieldOf, objection, pathOf } from '../input-schema.ts'
import { ClauseLink } from './ClauseLink.tsx'
import { Violation } from './ProblemPanel.tsx'

interface FormContextValue {
  readonly schema: z.ZodObject
  /** Parts of the input that are not typed by the person: path ids. */
  readonly fixed: object
  readonly violations: readonly Finding[]
  /** Each field writes its label here, for the summary at the top. */
  readonly labels: Map<string, string>
}

export const FieldContext = createContext<FormContextValue | undefined>(undefined)

interface FieldProps {
  /** As in the contract: `'title'`, `'party.name'`, `['items', 0, 'name']`. */
  readonly name: FieldName
  /** The contract's title where nothing is given. */
  readonly label?: ReactNode
  readonly help?: ReactNode
  /** The clause that asks for this field; stands at the label's end. */
  readonly clause?: string
  /** `checked` for Checkbox and Switch. */
  readonly valuePropName?: 'checked'
  /** Where a rule asks for it although the contract leaves it open. */
  readonly required?: boolean
  readonly children: ReactElement
}

/** One field of a CommandForm: label above, help below, checked by the contract when it is left. */
export function Field({ name, label, help, clause, valuePropName, required, children }: FieldProps) {
  const context = useContext(FieldContext)
  if (!context) throw new Error('Field outside CommandForm')
  const { schema, fixed, violations, labels } = context
  const said = fieldOf(schema, name)
  const path = pathOf(name)
  const key = path.join('.')
  const own = violations.filter(({ field }) => field === key)
  const below = help ?? said.help
  const title = label ?? said.title ?? key
  useEffect(() => {
    if (typeof title === 'string') labels.set(key, title)
  }, [labels, key, title])
  return (
    <Form.Item
      name={[...path]}
      label={
        <>
          {title}
          {clause && <ClauseLink id={clause} />}
        </>
      }
      required={required || said.required}
      validateTrigger="onBlur"
      {...(valuePropName ? { valuePropName } : {})}
      {...(own.length > 0 ? { validateStatus: 'error' as const } : {})}
      {...(below || own.length > 0 ? { extra: <Below help={below} violations={own} /> } : {})}
      rules={[
        ({ getFieldsValue }) => ({
          validator: async (_, value: unknown) => {
            const message =
              required && !value ? '请填写' : objection(schema, { ...getFieldsValue(true), ...fixed }, name)
            if (message) throw new Error(message)
          },
        }),
      ]}
    >
      {children}
    </Form.Item>
  )
}

function Below({ help, violations }: { readonly help: ReactNode; readonly violations: readonly Finding[] }) {
  return (
    <>
      {help}
      {violations.length > 0 && (
        <ul className="field-violations">
          {violations.map((violation) => (
            <Violation key={violation.rule} violation={violation} />
          ))}
        </ul>
      )}
    </>
  )
}
