import { Input, Radio, Select } from 'antd'
import { crossExamination } from '#law/terms/material.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import {
  checkIdentity,
  consentToConsumption,
  type MaterialShown,
  recordCrossExamination,
} from '../contract/materials.ts'
import { FileDrop } from './FileDrop.tsx'

interface MaterialDialogProps {
  readonly material: MaterialShown
  readonly close: () => void
}

/** T-03 */
export function CrossExaminationDialog({ material, close }: MaterialDialogProps) {
  return (
    <Dialog title="记录质证情况" onClose={close}>
      <CommandForm endpoint={recordCrossExamination} fixed={{ id: material.id }} submit="记录" done={close}>
        <Field name="outcome" label="质证结果" clause="法释〔2019〕19号#第34条">
          <Select options={optionsOf(crossExamination)} />
        </Field>
        <Field name="recordNo" help="质证笔录或者认定文书的编号">
          <Input maxLength={60} />
        </Field>
        <Field name="note">
          <Input.TextArea rows={2} maxLength={500} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

/** T-07 */
export function IdentityDialog({ material, close }: MaterialDialogProps) {
  return (
    <Dialog title="核对检材同一性" onClose={close}>
      <p className="intro">
        清单所列：{material.name}，{material.quantity}，{material.uniqueMark || '没有唯一性标识'}。
      </p>
      <CommandForm endpoint={checkIdentity} fixed={{ id: material.id }} submit="记录" done={close}>
        <Field name="matches" clause="法释〔2021〕1号#第98条">
          <Radio.Group
            options={[
              { value: true, label: '是同一物' },
              { value: false, label: '不是同一物' },
            ]}
          />
        </Field>
        <Field name="reason" help="如：封条号、型号、外观与清单一致">
          <Input.TextArea rows={2} maxLength={500} />
        </Field>
        <Field name="photoFileId">
          <FileDrop what="检材照片" matter={material.caseId} accept="image/*" />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

/** T-06 */
export function ConsentDialog({ material, close }: MaterialDialogProps) {
  return (
    <Dialog title="书面同意耗损检材" onClose={close}>
      <CommandForm endpoint={consentToConsumption} fixed={{ id: material.id }} submit="同意" done={close}>
        <Field name="extent" clause="重庆市司法鉴定条例#第39条">
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
        <Field name="reserve">
          <Input maxLength={200} />
        </Field>
        <Field name="fileId">
          <FileDrop what="书面同意文件" matter={material.caseId} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
