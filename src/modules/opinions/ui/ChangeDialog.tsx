import { Checkbox, Input, Select } from 'antd'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import {
  correctionGround,
  recordCorrection,
  recordSupersession,
  recordSupplement,
  type withdraw,
} from '../contract/changes.ts'

export type Change =
  | typeof recordCorrection
  | typeof recordSupersession
  | typeof recordSupplement
  | typeof withdraw

interface ChangeDialogProps {
  readonly id: string
  readonly endpoint: Change
  readonly close: () => void
}

/** What is registered after issue. The file that was issued stays as it is; the check page shows the change. */
export function ChangeDialog({ id, endpoint, close }: ChangeDialogProps) {
  const corrects = endpoint.id === recordCorrection.id
  const names = endpoint.id === recordSupersession.id || endpoint.id === recordSupplement.id
  return (
    <Dialog title={endpoint.title} onClose={close}>
      <p className="intro">登记后公开核验页会显示这一变动和日期，不显示内容；原文件不改动。</p>
      <CommandForm endpoint={endpoint} fixed={{ id }} submit={endpoint.title} done={close}>
        {corrects && (
          <Field name="ground" clause="广东省司法鉴定管理条例#第41条">
            <Select options={optionsOf(correctionGround)} />
          </Field>
        )}
        {names && (
          <Field name="successor">
            <Input maxLength={120} />
          </Field>
        )}
        <Field name="text">
          <Input.TextArea rows={4} maxLength={2000} />
        </Field>
        {corrects && (
          <Field name="meaningUnchanged" valuePropName="checked">
            <Checkbox>不改变鉴定意见的原意</Checkbox>
          </Field>
        )}
      </CommandForm>
    </Dialog>
  )
}
