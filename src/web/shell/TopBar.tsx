import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { role } from '#law/terms/role.ts'
import { closeSession } from '#modules/identity/contract.ts'
import { NoticeBell } from '#modules/notices/ui/NoticeBell.tsx'
import { Mirror } from '../kit/Mirror.tsx'
import { To } from '../kit/To.tsx'
import { useSession } from '../session.tsx'
import { useCommand } from '../useCommand.ts'
import { careIsOn, switchCare } from './care.ts'
import { Navigation } from './Navigation.tsx'

/** Whose window this is: organisation, person, roles; the way out; on narrow screens the menu. */
export function TopBar() {
  const { account, organisation, roles } = useSession()
  const navigate = useNavigate()
  const leave = useCommand(closeSession, {
    said: '您已退出登录',
    done: () => void navigate({ to: '/sign-in' }),
  })
  return (
    <header className="top-bar">
      <Menu />
      <To to="/" className="brand">
        <Mirror size={22} />
        <span>明鉴</span>
      </To>
      <p className="who">
        <span className="who-organisation">{organisation.name}</span>
        <To to="/me">{account.name}</To>
        <span className="who-roles">{roles.map((code) => role.label(code)).join('、')}</span>
      </p>
      <NoticeBell />
      <CareSwitch />
      <Button onClick={() => void leave.run({})} loading={leave.pending}>
        退出
      </Button>
    </header>
  )
}

function CareSwitch() {
  const [on, setOn] = useState(careIsOn)
  return (
    <button
      type="button"
      className="plain-button care-switch"
      aria-pressed={on}
      onClick={() => {
        switchCare(!on)
        setOn(!on)
      }}
    >
      关怀版
    </button>
  )
}

/** The navigation as a drawer, for screens too narrow to keep it open. Closes by itself on arrival. */
function Menu() {
  const drawer = useRef<HTMLDialogElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving elsewhere closes the drawer
  useEffect(() => drawer.current?.close(), [pathname])
  return (
    <>
      <button type="button" className="plain-button menu-button" onClick={() => drawer.current?.showModal()}>
        菜单
      </button>
      <dialog ref={drawer} className="drawer" aria-label="主导航">
        <button type="button" className="plain-button" onClick={() => drawer.current?.close()}>
          关闭菜单
        </button>
        <Navigation className="drawer-navigation" onGo={() => drawer.current?.close()} />
      </dialog>
    </>
  )
}
