import { Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#web/call.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { QrCode } from '#web/kit/QrCode.tsx'
import { confirmTotp, enrolTotp } from '../contract.ts'

/** Two steps: the password gives out the secret once; a first code proves that the authenticator holds it. */
export function EnrolAuthenticator({ done }: { readonly done?: () => void }) {
  const [secret, setSecret] = useState<OutputOf<typeof enrolTotp>>()
  if (!secret)
    return (
      <CommandForm
        endpoint={enrolTotp}
        submit="下一步：扫码"
        said={false}
        done={({ data }) => setSecret(data)}
      >
        <Field name="password" label="登录密码" help="先确认是您本人">
          <Input.Password autoComplete="current-password" autoFocus />
        </Field>
      </CommandForm>
    )
  return (
    <div className="enrol">
      <p>用验证器应用扫描这个二维码：</p>
      <QrCode text={secret.otpauth} label="动态口令密钥的二维码" />
      <p>
        不能扫码时，在验证器里手工输入密钥：<code className="secret">{secret.secret}</code>
      </p>
      <p className="faint">密钥只显示这一次。离开本页后需要重新取得。</p>
      <CommandForm endpoint={confirmTotp} submit="确认绑定" said="动态口令已绑定" {...(done ? { done } : {})}>
        <Field name="code" help="验证器现在显示的 6 位数字">
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
        </Field>
      </CommandForm>
    </div>
  )
}
