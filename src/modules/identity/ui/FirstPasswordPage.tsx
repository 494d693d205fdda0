import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { Gate } from './Gate.tsx'

/** The initial password was seen by the administrator: it must go before any role takes effect. The shell leads on from here. */
export function FirstPasswordPage() {
  return (
    <Gate title="修改初始密码" intro="初始密码由管理员交给您，只有改成您自己的密码后才能办理业务。">
      <ChangePasswordForm />
    </Gate>
  )
}
