import { EnrolAuthenticator } from './EnrolAuthenticator.tsx'
import { Gate } from './Gate.tsx'

/** A second factor is required before any role takes effect. The shell leads on from here. */
export function FirstAuthenticatorPage() {
  return (
    <Gate
      title="绑定动态口令"
      intro="登录、签名、签发都要用手机验证器显示的 6 位数字确认是您本人。任何支持 TOTP 的验证器应用都可以。"
    >
      <EnrolAuthenticator />
    </Gate>
  )
}
