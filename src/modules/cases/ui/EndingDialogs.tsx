import { Input, Select } from 'antd'
import { terminationGround } from '#law/terms/interruption.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { terminate, withdraw } from '../contract/clock.ts'
import { consentMethod } from '../contract/plan.ts'

interface CaseDialogProps {
  readonly id: string
  readonly close: () => void
}

export function TerminateDialog({ id, close }: CaseDialogProps) {
  return (
    <Dialog title="终止鉴定" onClose={close}>
      <p className="intro">终止后不能恢复。委托方会收到书面告知，材料保管人会收到退还通知。</p>
      <CommandForm endpoint={terminate} fixed={{ id }} submit="终止鉴定" done={close}>
        <Field name="ground" clause="广东省司法鉴定管理条例#第39条">
          <Select options={optionsOf(terminationGround)} />
        </Field>
        <Field name="reason">
          <Input.TextArea rows={4} />
        </Field>
        <Field name="materialReturn" help="写明退还什么、给谁、何时、如何交接">
          <Input.TextArea rows={2} />
        </Field>
        <Field name="feeSettlement" help="按协议约定结算：应退金额、方式、日期">
          <Input.TextArea rows={2} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function WithdrawDialog({ id, close }: CaseDialogProps) {
  return (
    <Dialog title="撤回委托" onClose={close}>
      <p className="intro">撤回后案件结束，鉴定机构将退还材料并按协议结算费用。</p>
      <CommandForm endpoint={withdraw} fixed={{ id }} submit="撤回委托" done={close}>
        <Field name="reason">
          <Input.TextArea rows={3} />
        </Field>
        <Field name="feeSettlement">
          <Input.TextArea rows={2} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function ConsentDialog({ id, version, close }: CaseDialogProps & { readonly version: number }) {
  return (
    <Dialog title="同意采用非标准方法" onClose={close}>
      <p className="intro">您的同意只针对方案第{version}版；方案修改后须重新征求同意。</p>
      <CommandForm endpoint={consentMethod} fixed={{ id, version }} submit="书面同意" done={close}>
        <Field name="note" clause="广东省司法鉴定管理条例#第34条">
          <Input.TextArea rows={3} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
