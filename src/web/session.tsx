import { createContext, type ReactNode, useContext } from 'react'
import { me } from '#modules/identity/contract.ts'
import type { OutputOf } from './call.ts'
import { Loading } from './kit/Loading.tsx'
import { Refused } from './kit/Refused.tsx'
import { useQuery } from './useQuery.ts'

export type Session = OutputOf<typeof me>
export type SignedIn = Extract<Session, { signedIn: true }>

const SessionContext = createContext<Session | undefined>(undefined)

/** Who is using this window, asked anew after every deed. */
export function useAnySession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('session used outside SessionHost')
  return session
}

/** The signed-in person; screens are only shown to one. */
export function useSession(): SignedIn {
  const session = useAnySession()
  if (!session.signedIn) throw new Error('this screen needs a signed-in person')
  return session
}

export function SessionHost({ children }: { readonly children: ReactNode }) {
  const { data, error } = useQuery(me, {}, { everySeconds: 300 })
  if (data) return <SessionContext value={data}>{children}</SessionContext>
  if (error) return <Refused error={error} />
  return <Loading what="登录状态" />
}
