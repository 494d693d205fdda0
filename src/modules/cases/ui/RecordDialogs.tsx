import { Input, Select } from 'antd'
import { FileDrop } from '#modules/materials/ui/FileDrop.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { useSession } from '#web/session.tsx'
import { recordStep, type ShownRecord, waiveStep } from '../contract/plan.ts'

interface RecordDialogProps {
  readonly id: string
  readonly step: { readonly no: number; readonly method: string; readonly equipment?: string }
  /** The record that this one corrects. */
  readonly corrects?: ShownRecord
  readonly close: () => void
}

export function RecordDialog({ id, step, corrects, close }: RecordDialogProps) {
  const { account } = useSession()
  const initial = corrects
    ? {
        method: corrects.method,
        done: corrects.done,
        result: corrects.result,
        instruments: corrects.instruments,
        place: corrects.place,
        present: corrects.present,
      }
    : { method: step.method, instruments: step.equipment ?? '', present: [account.name] }
  return (
    <Dialog wide title={corrects ? `更正第${corrects.no}号记录` : `第${step.no}步：记录过程`} onClose={close}>
      <p className="intro">记录由您签名，提交后不能修改；有误的，再作一份更正记录。</p>
      <CommandForm
        endpoint={recordStep}
        fixed={{ id, stepNo: step.no, ...(corrects ? { corrects: corrects.no } : {}) }}
        initial={initial}
        submit="签名并提交"
        done={close}
      >
        <Field name="method" clause="广东省司法鉴定管理条例#第37条">
          <Input.TextArea rows={2} />
        </Field>
        <Field name="done">
          <Input.TextArea rows={5} />
        </Field>
        <Field name="result">
          <Input.TextArea rows={3} />
        </Field>
        <Field name="instruments">
          <Input />
        </Field>
        <Field name="place">
          <Input />
        </Field>
        <Field name="present" help="每输入一人按回车">
          <Select mode="tags" tokenSeparators={['、', '，', ',', ' ']} open={false} suffixIcon={null} />
        </Field>
        <Field name="files">
          <FileDrop what="照片、录像、检测数据等" matter={id} multiple />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

interface WaiveDialogProps {
  readonly id: string
  readonly stepNo: number
  readonly close: () => void
}

export function WaiveDialog({ id, stepNo, close }: WaiveDialogProps) {
  return (
    <Dialog title={`第${stepNo}步未实施`} onClose={close}>
      <CommandForm endpoint={waiveStep} fixed={{ id, stepNo }} submit="说明未实施" done={close}>
        <Field name="reason">
          <Input.TextArea rows={3} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
