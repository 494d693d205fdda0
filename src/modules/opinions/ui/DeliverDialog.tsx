import { Input, Select } from 'antd'
import { deliveryMethod } from '#law/terms/commission-form.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { deliver } from '../contract/issue.ts'

/** One recipient; others are added when the agreement names them. */
export function DeliverDialog({ id, close }: { readonly id: string; readonly close: () => void }) {
  return (
    <Dialog title="登记送达" onClose={close}>
      <CommandForm endpoint={deliver} fixed={{ id }} submit="登记送达" done={close}>
        <Field name={['deliveries', 0, 'recipient']}>
          <Input maxLength={120} />
        </Field>
        <Field name={['deliveries', 0, 'method']}>
          <Select options={optionsOf(deliveryMethod)} />
        </Field>
        <Field name={['deliveries', 0, 'receipt']} help="回执号、邮件号或签收人">
          <Input maxLength={200} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
