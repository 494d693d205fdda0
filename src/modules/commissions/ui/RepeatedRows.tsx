import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { checkUnifiedSocialCreditCode } from '#law/identifiers/unified-social-credit-code.ts'
import { partyRole } from '#law/terms/commission-form.ts'
import { materialCondition, materialKind } from '#law/terms/material.ts'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { CheckedNumber } from './CheckedNumber.tsx'
import { useRows } from './useRows.ts'

const PARTIES = ['form', 'parties']
const MATERIALS = ['form', 'materials']

interface Changing {
  /** Called where a row comes or goes. */
  readonly changed: () => void
}

export function Parties({ changed }: Changing) {
  return (
    <Rows path={PARTIES} what="当事人" changed={changed}>
      {(at) => (
        <>
          <Field name={[...PARTIES, at, 'name']}>
            <Input maxLength={120} />
          </Field>
          <Field name={[...PARTIES, at, 'role']} label="诉讼地位">
            <Select options={optionsOf(partyRole)} />
          </Field>
          <CheckedNumber
            name={[...PARTIES, at, 'unifiedSocialCreditCode']}
            check={checkUnifiedSocialCreditCode}
            maxLength={18}
          />
          <Field name={[...PARTIES, at, 'agent']}>
            <Input maxLength={120} />
          </Field>
        </>
      )}
    </Rows>
  )
}

export function Materials({ changed }: Changing) {
  return (
    <Rows path={MATERIALS} what="材料" changed={changed}>
      {(at) => (
        <>
          <Field name={[...MATERIALS, at, 'name']}>
            <Input maxLength={200} />
          </Field>
          <Field name={[...MATERIALS, at, 'kind']} label="材料种类">
            <Select options={optionsOf(materialKind)} />
          </Field>
          <Field name={[...MATERIALS, at, 'quantity']} help="例如：1件、1份12页">
            <Input maxLength={40} />
          </Field>
          <Field name={[...MATERIALS, at, 'condition']} label="材料状况">
            <Select options={optionsOf(materialCondition)} />
          </Field>
          <Field name={[...MATERIALS, at, 'uniqueMark']} help="封条号、序列号">
            <Input maxLength={120} />
          </Field>
          <Field name={[...MATERIALS, at, 'disposal']}>
            <Input maxLength={200} />
          </Field>
        </>
      )}
    </Rows>
  )
}

interface RowsProps {
  readonly path: string[]
  readonly what: string
  readonly changed: () => void
  readonly children: (at: number) => ReactNode
}

/** Rows of one kind, each under its number; the last one left cannot be removed. */
function Rows({ path, what, changed, children }: RowsProps) {
  const { count, add, remove } = useRows(path, { changed })
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; what was typed lies in the form
        <fieldset key={at} className="row-block row-fields">
          <legend>
            {what} {at + 1}
          </legend>
          {children(at)}
          {count > 1 && (
            <Button className="row-remove" onClick={() => remove(at)}>
              删去{what} {at + 1}
            </Button>
          )}
        </fieldset>
      ))}
      <Button className="row-add" onClick={() => add({})}>
        增加{what}
      </Button>
    </>
  )
}
