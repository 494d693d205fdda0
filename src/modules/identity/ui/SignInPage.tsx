import { Navigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { useAnySession } from '#web/session.tsx'
import { useQuery } from '#web/useQuery.ts'
import { openSession, setupState } from '../contract.ts'
import { Gate } from './Gate.tsx'

/** Signs in and goes back to where the person was. */
export function SignInPage() {
  const session = useAnySession()
  const search: { next?: string } = useSearch({ strict: false })
  const setup = useQuery(setupState, {})
  if (session.signedIn) return <Return next={search.next} />
  if (setup.data?.firstAdministratorNeeded) return <Navigate to="/setup" replace />
  return (
    <Gate title="登录">
      <CommandForm endpoint={openSession} submit="登录" said={false}>
        <Field name="login">
          <Input autoComplete="username" autoCapitalize="none" autoFocus />
        </Field>
        <Field name="password">
          <Input.Password autoComplete="current-password" />
        </Field>
        <Field name="code" help="验证器应用显示的 6 位数字；尚未绑定的账号不填">
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Field>
      </CommandForm>
      <p className="gate-foot">
        核验鉴定意见书、查阅名录不需要登录：<a href="/">回到首页</a>
      </p>
    </Gate>
  )
}

/** Only addresses of our own screens are followed. */
function Return({ next }: { readonly next: string | undefined }) {
  const wanted = next?.startsWith('/') && !next.startsWith('//') ? next : '/'
  const [to = '/', search = ''] = wanted.split('?')
  return <Navigate to={to} search={Object.fromEntries(new URLSearchParams(search))} replace />
}
