import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { role } from '#law/terms/role.ts'
import type { OutputOf } from '#web/call.ts'
import { Choices } from '#web/kit/Choices.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { shownTime } from '#web/kit/shown-time.ts'
import {
  changeRoles,
  confirmReset,
  disableAccount,
  enableAccount,
  type listAccounts,
  resetPassword,
} from '../contract.ts'
import { OncePassword } from './OncePassword.tsx'

interface AccountDialogProps {
  readonly account: OutputOf<typeof listAccounts>['accounts'][number]
  readonly close: () => void
}

const reason = (
  <Field name="reason" label="事由">
    <Input.TextArea rows={2} maxLength={200} />
  </Field>
)

export function ChangeRolesDialog({ account, close }: AccountDialogProps) {
  const { id, name, roles } = account
  return (
    <Dialog title={`调整${name}的角色`} onClose={close}>
      <CommandForm endpoint={changeRoles} fixed={{ id }} initial={{ roles }} submit="调整角色" done={close}>
        <Field name="roles" clause="明鉴平台规则#H-13">
          <Choices label="角色" options={optionsOf(role)} />
        </Field>
        {reason}
      </CommandForm>
    </Dialog>
  )
}

export function DisableDialog({ account, close }: AccountDialogProps) {
  const { id, name } = account
  return (
    <Dialog title={`停用${name}的账号`} onClose={close}>
      <p className="intro">停用后立即退出登录，不能再办理；已办事项仍归在他名下，账号不会删除。</p>
      <CommandForm endpoint={disableAccount} fixed={{ id }} submit="停用账号" done={close}>
        {reason}
      </CommandForm>
    </Dialog>
  )
}

export function EnableDialog({ account, close }: AccountDialogProps) {
  const { id, name } = account
  return (
    <Dialog title={`启用${name}的账号`} onClose={close}>
      <CommandForm endpoint={enableAccount} fixed={{ id }} submit="启用账号" done={close}>
        {reason}
      </CommandForm>
    </Dialog>
  )
}

export function ResetPasswordDialog({ account, close }: AccountDialogProps) {
  const { id, name } = account
  const [made, setMade] = useState<OutputOf<typeof resetPassword>>()
  if (made)
    return (
      <Dialog title={`${name}的新初始密码`} onClose={close}>
        <OncePassword login={made.login} password={made.initialPassword} onDone={close} />
      </Dialog>
    )
  return (
    <Dialog title={`重置${name}的密码`} onClose={close}>
      <p className="intro">
        重置后由本机构负责人向本人核实并确认（机构没有负责人的，由另一名系统管理员确认）；确认之前他不能登记签名密钥。
      </p>
      <CommandForm
        endpoint={resetPassword}
        fixed={{ id }}
        submit="重置密码"
        done={({ data }) => setMade(data)}
      >
        <Field name="clearTotp" label="更换设备" valuePropName="checked">
          <Checkbox>同时解除动态口令绑定，下次登录时重新绑定</Checkbox>
        </Field>
        {reason}
      </CommandForm>
    </Dialog>
  )
}

export function ConfirmResetDialog({ account, close }: AccountDialogProps) {
  const { id, name, reset } = account
  return (
    <Dialog title={`确认${name}的凭据重置`} onClose={close}>
      <p className="intro">
        {reset && `${shownTime(reset.at)} 由${reset.by}重置。`}
        确认即表示您已向本人核实：新密码是他本人改的，动态口令绑在他本人的设备上。没有核实的不要确认。
      </p>
      <CommandForm
        endpoint={confirmReset}
        fixed={{ id, resetAt: reset?.at ?? '' }}
        submit="确认凭据重置"
        done={close}
      >
        <Field name="verifiedBy" help="如：当面核实；视频核实并核对证件">
          <Input maxLength={200} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
