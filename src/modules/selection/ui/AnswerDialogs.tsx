import { Checkbox, Input, Select } from 'antd'
import { declineReason } from '#law/terms/selection.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { acceptOffer, declineOffer, withdrawSelection } from '../contract/selections.ts'

interface AnswerDialogProps {
  readonly id: string
  readonly close: () => void
}

export function AcceptDialog({ id, close }: AnswerDialogProps) {
  return (
    <Dialog title="承接" onClose={close}>
      <p className="intro">承接后委托机关据此提出委托，仍按受理程序办理。</p>
      <CommandForm
        endpoint={acceptOffer}
        fixed={{ id }}
        initial={{ noConflict: false }}
        submit="承接"
        done={close}
      >
        <Field
          name="noConflict"
          label="利害关系"
          valuePropName="checked"
          clause="广东省司法鉴定管理条例#第32条"
        >
          <Checkbox>已核查本机构及其人员与当事人、权利人没有利害关系</Checkbox>
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function DeclineDialog({ id, close }: AnswerDialogProps) {
  return (
    <Dialog title="谢绝" onClose={close}>
      <p className="intro">抽签选定的，由抽出的下一家机构递补；谢绝的理由种类会公开，说明不公开。</p>
      <CommandForm endpoint={declineOffer} fixed={{ id }} submit="谢绝" done={close}>
        <Field name="ground" clause="明鉴平台规则#L-03">
          <Select virtual={false} options={optionsOf(declineReason)} />
        </Field>
        <Field name="explanation">
          <Input.TextArea rows={2} maxLength={300} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function WithdrawDialog({ id, close }: AnswerDialogProps) {
  return (
    <Dialog title="撤回遴选" onClose={close}>
      <p className="intro">撤回后本次遴选结束；同一案号再次遴选须写明理由。</p>
      <CommandForm endpoint={withdrawSelection} fixed={{ id }} submit="撤回遴选" done={close}>
        <Field name="reason">
          <Input.TextArea rows={2} maxLength={300} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
