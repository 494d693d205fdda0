import { Input } from 'antd'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import type { returnOpinion } from '../contract/issue.ts'

interface ReturnDialogProps {
  readonly id: string
  /** Number that becomes void; undefined before anything was frozen. */
  readonly no: string | undefined
  readonly endpoint: typeof returnOpinion
  readonly close: () => void
}

export function ReturnDialog({ id, no, endpoint, close }: ReturnDialogProps) {
  return (
    <Dialog title="签发退回" onClose={close}>
      <p className="intro">
        {no
          ? `案件回到拟稿。${no}作废并公开显示为作废，编号不再使用，已签的名一并作废。`
          : '案件回到拟稿，修改后须重新复核。'}
      </p>
      <CommandForm endpoint={endpoint} fixed={{ id }} submit="签发退回" done={close}>
        <Field name="reason">
          <Input.TextArea rows={3} maxLength={1000} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
