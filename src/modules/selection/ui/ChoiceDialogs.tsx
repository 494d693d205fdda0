import { Input } from 'antd'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { agree, designate } from '../contract/selections.ts'

interface ChoiceDialogProps {
  readonly id: string
  readonly chosen: { readonly key: string; readonly name: string }
  readonly close: () => void
}

export function AgreeDialog({ id, chosen, close }: ChoiceDialogProps) {
  return (
    <Dialog title={`协商选定 ${chosen.name}`} onClose={close}>
      <p className="intro">登记后机构会收到通知，在期限内承接或者谢绝。</p>
      <CommandForm endpoint={agree} fixed={{ id, key: chosen.key }} submit="登记协商选定" done={close}>
        <Field name="record">
          <Input.TextArea rows={3} maxLength={300} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function DesignateDialog({ id, chosen, close }: ChoiceDialogProps) {
  return (
    <Dialog title={`指定 ${chosen.name}`} onClose={close}>
      <p className="intro">指定的理由留痕备查。机构会收到通知，在期限内承接或者谢绝。</p>
      <CommandForm endpoint={designate} fixed={{ id, key: chosen.key }} submit="指定" done={close}>
        <Field name="record">
          <Input.TextArea rows={3} maxLength={300} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
