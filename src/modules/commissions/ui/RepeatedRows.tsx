import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { checkUnifiedSocialCreditCode } from '#law/identifiers/unified-social-credit-code.ts'
import { partyRole } from '#law/terms/commission-form.ts'
import { materialCondition, materialKind } from '#law/terms/material.ts'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { CheckedNumber } from './CheckedNumber.tsx'

const PARTIES = ['form', 'parties']
const MATERIALS = ['form', 'materials']

export function Parties() {
  return (
    <Rows path={PARTIES} what="当事人">
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

export function Materials() {
  return (
    <Rows path={MATERIALS} what="材料">
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
  readonly children: (at: number) => ReactNode
}

/** Rows of one kind, each under its number; the last one left cannot be removed. */
function Rows({ path, what, children }: RowsProps) {
  return (
    <Form.List name={path}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <fieldset key={key} className="row-block row-fields">
              <legend>
                {what} {name + 1}
              </legend>
              {children(name)}
              {rows.length > 1 && (
                <Button className="row-remove" onClick={() => remove(name)}>
                  删去{what} {name + 1}
                </Button>
              )}
            </fieldset>
          ))}
          <Button className="row-add" onClick={() => add({})}>
            增加{what}
          </Button>
        </>
      )}
    </Form.List>
  )
}
