import { Form, Input, Select } from 'antd'
import { type CustodyEventKind, custodyEventKind, materialCondition } from '#law/terms/material.ts'
import type { OutputOf } from '#web/call.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { recordCustody, type showMaterial } from '../contract/materials.ts'
import { BeijingTimeInput } from './BeijingTimeInput.tsx'

interface CustodyDialogProps {
  readonly material: OutputOf<typeof showMaterial>
  readonly close: () => void
}

const handed: readonly string[] = ['STORED', 'TAKEN_OUT', 'HANDED_OVER']
const kinds = custodyEventKind.codes.filter((code) => code !== 'RECEIVED')

/** T-05: one move. The giver is whoever holds it; the server refuses anyone else. */
export function CustodyDialog({ material, close }: CustodyDialogProps) {
  const { id, holder, place, condition, staff, now } = material
  const [form] = Form.useForm()
  const kind: CustodyEventKind | undefined = Form.useWatch('kind', form)
  return (
    <Dialog title={`记录流转：M${material.no} ${material.name}`} onClose={close}>
      <CommandForm
        endpoint={recordCustody}
        fixed={{ id, ...(kind === 'SPLIT' ? {} : { part: null }) }}
        initial={{ from: holder, place, condition, happenedAt: now }}
        submit="记录"
        done={close}
        form={form}
      >
        <Field name="kind">
          <Select options={optionsOf(custodyEventKind, kinds)} />
        </Field>
        <Field name="from" help={`目前由${holder}持有`}>
          <Input maxLength={120} />
        </Field>
        {kind && handed.includes(kind) && (
          <Field name="toAccountId">
            <Select
              showSearch
              virtual={false}
              optionFilterProp="label"
              options={staff.map(({ accountId, name }) => ({ value: accountId, label: name }))}
            />
          </Field>
        )}
        {kind === 'RETURNED' && (
          <Field name="toName" help="签收材料的单位和人员">
            <Input maxLength={120} />
          </Field>
        )}
        {kind === 'SPLIT' && (
          <>
            <Field name="part.name">
              <Input maxLength={200} />
            </Field>
            <Field name="part.quantity">
              <Input maxLength={40} />
            </Field>
            <Field name="part.uniqueMark">
              <Input maxLength={120} />
            </Field>
          </>
        )}
        <Field name="place">
          <Input maxLength={120} />
        </Field>
        <Field name="condition" label="材料状况">
          <Select options={optionsOf(materialCondition)} />
        </Field>
        <Field name="reason">
          <Input.TextArea rows={2} maxLength={300} />
        </Field>
        <Field name="happenedAt">
          <BeijingTimeInput />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
