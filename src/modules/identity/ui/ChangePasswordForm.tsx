import { Input } from 'antd'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { changePassword } from '../contract.ts'
import { MIN_PASSWORD_LENGTH } from '../rules.ts'

/** Changes one's own password; other sessions of the account end. */
export function ChangePasswordForm({ done }: { readonly done?: () => void }) {
  return (
    <CommandForm endpoint={changePassword} submit="修改密码" said="密码已修改" {...(done ? { done } : {})}>
      <Field name="current">
        <Input.Password autoComplete="current-password" />
      </Field>
      <Field name="password" help={`至少 ${MIN_PASSWORD_LENGTH} 个字符，不含登录名`}>
        <Input.Password autoComplete="new-password" />
      </Field>
    </CommandForm>
  )
}
