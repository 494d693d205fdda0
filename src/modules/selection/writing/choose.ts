import { beijingDate } from '#kernel/beijing.ts'
import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { assessNow } from '../reading/assess-now.ts'
import { drawOf, lockSession, moveSession, type SessionRow } from '../store.ts'
import { offer } from './offer.ts'

/** What a choice without a draw is judged by. */
export async function choosing(tx: Tx, at: { id: string; actor: Actor }) {
  const found = await lockSession(tx, at.id, at.actor)
  return { ...found, drawn: (await drawOf(tx, at.id)) !== undefined }
}

type Facts = Awaited<ReturnType<typeof choosing>>

/** Who may be chosen now: assessed anew, for a day may have passed since the need was described. */
export async function assessedAgain(
  tx: Tx,
  { facts: { session, offers }, now }: { facts: Pick<Facts, 'session' | 'offers'>; now: Date },
) {
  const assessed = await assessNow(tx, {
    need: session.need,
    authority: session.organisation_id,
    offers,
    now,
    today: beijingDate(now),
  })
  return { assessed, eligible: new Set(assessed.candidates.map(({ key }) => key)) }
}

interface Choosing {
  readonly work: Omit<Parameters<typeof offer>[0], 'session' | 'before'> & { readonly to: string }
  readonly facts: Pick<Facts, 'offers'> & { readonly session: NonNullable<SessionRow> }
  readonly assessed: Awaited<ReturnType<typeof assessedAgain>>['assessed']
  readonly key: string
  readonly way: 'AGREEMENT' | 'DESIGNATION'
  readonly record: string
}

/** Offers the matter to the one that was chosen by agreement or designation. */
export async function choose({ work, facts, assessed, key, way, record }: Choosing) {
  const chosen = assessed.candidates.find((each) => each.key === key)
  if (!chosen) throw new Error(`${key} was judged a candidate and is none`)
  const { session, offers } = facts
  await moveSession(work.tx, session.id, { to: work.to })
  const { answerBy } = await offer(
    { ...work, session, before: offers.length },
    { ...chosen, way, place: null, record },
  )
  return { state: work.to, answerBy }
}
