import { Navigate, Outlet, useMatches } from '@tanstack/react-router'
import { DemoBanner } from '../kit/DemoBanner.tsx'
import { searchText } from '../search-text.ts'
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
  // the screen that is drawn now, not the one being gone to: a screen must never be drawn for the wrong person
  const pathname = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' })
  const search = useMatches({ select: (matches) => searchText(matches.at(-1)?.search ?? {}) })
  useFocusOnArrival(pathname)
  const open = openPaths.has(pathname)
  if (!session.signedIn && !open)
    return <Navigate to="/sign-in" search={{ next: pathname + search }} replace />
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
