import { Navigate, Outlet, useMatches } from '@tanstack/react-router'
import { AcknowledgementHost } from '../kit/Acknowledgement.tsx'
import { DemoBanner } from '../kit/DemoBanner.tsx'
import { DialogHost } from '../kit/DialogHost.tsx'
import { searchText } from '../search-text.ts'
import { SessionHost, useAnySession } from '../session.tsx'
import { Navigation } from './Navigation.tsx'
import { openPaths } from './open-paths.ts'
import { TopBar } from './TopBar.tsx'

/** Where each first duty is done; nobody stays there once it is. */
const placeOfDuty: Readonly<Record<string, string>> = {
  'change-password': '/first-password',
  'enrol-totp': '/first-authenticator',
}

/** Everything around a screen. Without a session only the open screens are shown; first duties come before all else. */
export function Shell() {
  return (
    <SessionHost>
      <AcknowledgementHost>
        <DialogHost>
          <Frame />
        </DialogHost>
      </AcknowledgementHost>
    </SessionHost>
  )
}

function Frame() {
  const session = useAnySession()
  // the screen that is drawn now, not the one being gone to: a screen must never be drawn for the wrong person
  const pathname = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' })
  const search = useMatches({ select: (matches) => searchText(matches.at(-1)?.search ?? {}) })
  const open = openPaths.has(pathname)
  if (!session.signedIn && !open)
    return <Navigate to="/sign-in" search={{ next: pathname + search }} replace />
  const duty = session.signedIn && session.first ? placeOfDuty[session.first] : undefined
  if (duty && pathname !== duty) return <Navigate to={duty} replace />
  if (!duty && Object.values(placeOfDuty).includes(pathname)) return <Navigate to="/" replace />
  if (duty || open || !session.signedIn)
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
