import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { DemoBanner } from '../kit/DemoBanner.tsx'
import { SessionHost, useAnySession } from '../session.tsx'
import { Navigation } from './Navigation.tsx'
import { openPaths } from './open-paths.ts'
import { TopBar } from './TopBar.tsx'
import { useFocusOnArrival } from './useFocusOnArrival.ts'

/** Everything around a screen. Without a session only the open screens are shown; first duties come before all else. */
export function Shell() {
  return (
    <SessionHost>
      <Frame />
    </SessionHost>
  )
}

function Frame() {
  const session = useAnySession()
  const { pathname, href } = useLocation()
  useFocusOnArrival(pathname)
  const open = openPaths.has(pathname)
  if (!session.signedIn && !open) return <Navigate to="/sign-in" search={{ next: href }} replace />
  if (session.signedIn && session.first === 'change-password' && pathname !== '/first-password')
    return <Navigate to="/first-password" replace />
  if (session.signedIn && session.first === 'enrol-totp' && pathname !== '/first-authenticator')
    return <Navigate to="/first-authenticator" replace />
  if (!session.signedIn || session.first !== null || open)
    return (
      <div className="plain-frame">
        <DemoBanner />
        <main id="main">
          <Outlet />
        </main>
      </div>
    )
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <DemoBanner />
      <TopBar />
      <div className="frame-body">
        <Navigation className="side-navigation" />
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}
