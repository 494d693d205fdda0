import { Input, InputNumber, Radio, Select } from 'antd'
import { extensionReason, suspensionGround } from '#law/terms/interruption.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { approveExtension, extend, requestExtension, resume, suspend } from '../contract/clock.ts'

interface ClockDialogProps {
  readonly id: string
  readonly close: () => void
}

export function SuspendDialog({ id, close }: ClockDialogProps) {
  return (
    <Dialog title="中止鉴定" onClose={close}>
      <p className="intro">中止期间不计入鉴定期限，委托方会收到书面告知。</p>
      <CommandForm endpoint={suspend} fixed={{ id }} submit="中止鉴定" done={close}>
        <Field name="ground" clause="北京市司法鉴定管理条例#第24条">
          <Select options={optionsOf(suspensionGround)} />
        </Field>
        <Field name="reason">
          <Input.TextArea rows={3} />
        </Field>
        <Field name="expectedEnd">
          <Input type="date" />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function ResumeDialog({ id, close }: ClockDialogProps) {
  return (
    <Dialog title="恢复鉴定" onClose={close}>
      <p className="intro">从今天起恢复计算期限，到期日会重新确定并书面告知委托方。</p>
      <CommandForm endpoint={resume} fixed={{ id }} submit="恢复鉴定" done={close}>
        <Field name="note">
          <Input.TextArea rows={3} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

const extensionFields = (
  <>
    <Field name="days">
      <InputNumber min={1} max={365} style={{ width: 160 }} />
    </Field>
    <Field name="reason" label="理由">
      <Select options={optionsOf(extensionReason)} />
    </Field>
    <Field name="explanation">
      <Input.TextArea rows={3} />
    </Field>
  </>
)

export function ExtendDialog({ id, close }: ClockDialogProps) {
  return (
    <Dialog title="延长鉴定时限" onClose={close}>
      <CommandForm endpoint={extend} fixed={{ id }} submit="批准延长" done={close}>
        {extensionFields}
      </CommandForm>
    </Dialog>
  )
}

export function RequestExtensionDialog({ id, close }: ClockDialogProps) {
  return (
    <Dialog title="申请法院批准延长" onClose={close}>
      <p className="intro">申请会送达委托法院；法院批准之前，到期日不变。</p>
      <CommandForm endpoint={requestExtension} fixed={{ id }} submit="提交申请" done={close}>
        {extensionFields}
      </CommandForm>
    </Dialog>
  )
}

export function DecideExtensionDialog({ id, close }: ClockDialogProps) {
  return (
    <Dialog title="决定延长申请" onClose={close}>
      <CommandForm endpoint={approveExtension} fixed={{ id }} submit="作出决定" done={close}>
        <Field name="approved" clause="法〔2020〕202号#第13条">
          <Radio.Group
            options={[
              { value: true, label: '批准' },
              { value: false, label: '不批准' },
            ]}
          />
        </Field>
        <Field name="note">
          <Input.TextArea rows={3} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
