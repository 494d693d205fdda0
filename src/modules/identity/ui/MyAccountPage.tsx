import { Button } from 'antd'
import { useState } from 'react'
import { role } from '#law/terms/role.ts'
import { Facts } from '#web/kit/Facts.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useSession } from '#web/session.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { EnrolAuthenticator } from './EnrolAuthenticator.tsx'

/** Who I am here, what I may do, and my own credentials. */
export function MyAccountPage() {
  const { account, organisation, roles, totpConfirmed, expiresAt, idleMinutes } = useSession()
  return (
    <Page title="本人账号">
      <Section title={account.name}>
        <Facts
          items={[
            ['登录名', account.login],
            ['单位', organisation.name],
            ['职务或职称', account.title],
            ['角色', roles.map((code) => role.label(code)).join('、')],
            ['本次登录至', `${shownTime(expiresAt)}，${idleMinutes} 分钟不操作会提前退出`, 'wide'],
          ]}
        />
      </Section>
      <Section title="动态口令">
        {totpConfirmed ? <p>已绑定。更换手机请联系本单位管理员解除绑定后重新绑定。</p> : <Bind />}
      </Section>
      <Section title="密码">
        <Opened words="修改密码">{(close) => <ChangePasswordForm done={close} />}</Opened>
      </Section>
    </Page>
  )
}

function Bind() {
  return (
    <>
      <p className="intro">尚未绑定。绑定后登录更安全，签名和签发也需要它。</p>
      <Opened words="开始绑定">{(close) => <EnrolAuthenticator done={close} />}</Opened>
    </>
  )
}

interface OpenedProps {
  readonly words: string
  readonly children: (close: () => void) => React.ReactNode
}

function Opened({ words, children }: OpenedProps) {
  const [open, setOpen] = useState(false)
  if (!open) return <Button onClick={() => setOpen(true)}>{words}</Button>
  return <div className="form-column">{children(() => setOpen(false))}</div>
}
