import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { query } from '#kernel/command.ts'
import { showSelection as endpoint } from '../contract/selections.ts'
import { publishedSize } from '../reading/published-size.ts'
import { assessmentOf, drawOf, type OfferRow, openingOf, visibleSession } from '../store.ts'

const SHOWN = 1000

/** One selection: to the authority as a whole, to an institution the need and its own offers. */
export const showSelection = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor }) {
    const { session, offers, side } = await visibleSession(db, input.id, actor)
    const whole = side !== 'institution'
    const shown = whole ? offers : offers.filter((each) => each.institution_id === actor.organisationId)
    const [authority, officer] = [
      await nameIn(db, 'organisation', session.organisation_id),
      await nameIn(db, 'account', session.described_by),
    ]
    return {
      id: session.id,
      state: session.state,
      authority,
      describedBy: officer,
      describedAt: session.described_at.toISOString(),
      need: session.need,
      offers: await Promise.all(shown.map((each) => offerOf(db, each))),
      assessed: whole ? await assessed(db, session.id, actor) : null,
      draw: whole ? await shownDraw(db, session.id) : null,
    }
  },
})

async function nameIn(db: ReadDb, table: 'organisation' | 'account', id: string): Promise<string> {
  const { name } = await db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirstOrThrow()
  return name
}

async function offerOf(db: ReadDb, row: OfferRow) {
  return {
    no: row.no,
    institution: await nameIn(db, 'organisation', row.institution_id),
    institutionId: row.institution_id,
    key: row.key,
    way: row.way,
    place: row.place,
    record: row.record,
    offeredAt: row.offered_at.toISOString(),
    answerBy: row.answer_by,
    answer: row.answer,
    reason: row.reason,
    explanation: row.explanation,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }
}

async function assessed(db: ReadDb, id: string, actor: Actor) {
  const { register_size, candidates, excluded, causes } = await assessmentOf(db, id)
  const counts: Record<string, number> = {}
  for (const { reason } of excluded) counts[reason] = (counts[reason] ?? 0) + 1
  const near = excluded.filter(({ reason }) => reason !== 'SCOPE')
  const far = excluded.filter(({ reason }) => reason === 'SCOPE')
  return {
    registerSize: register_size,
    candidates: candidates.map(({ key, name, number, region }) => ({ key, name, number, region })),
    excluded: [...near, ...far].slice(0, SHOWN),
    counts,
    causes: actor.roles.includes('AUDITOR') ? [...causes] : null,
  }
}

async function shownDraw(db: ReadDb, id: string) {
  const draw = await drawOf(db, id)
  if (!draw) return null
  const opening = await openingOf(db, id)
  const names = new Map((await assessmentOf(db, id)).candidates.map(({ key, name }) => [key, name]))
  const order = opening?.drawn.slice(0, SHOWN).map((key) => ({ key, name: names.get(key) ?? key }))
  return {
    commitment: draw.commitment,
    size: draw.size,
    logIndex: draw.log_index,
    openBy: draw.open_by,
    committedAt: draw.committed_at.toISOString(),
    candidates: draw.draw.candidates.length,
    publishedSize: await publishedSize(db),
    opened: opening && order ? { at: opening.opened_at.toISOString(), order } : null,
  }
}
