import { sql } from 'kysely'
import { command } from '#kernel/command.ts'
import { describeNeed as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { assessNow } from '../reading/assess-now.ts'
import { oneSelectionPerMatter, repeatedSelectionExplained } from '../rules/describing.ts'

/** The authority says what it needs; who may be chosen is assessed at once and kept as it was then. */
export const describeNeed = command({
  endpoint,
  async load({ tx, actor }) {
    // one description at a time per authority: otherwise two of one matter could pass each other
    await sql`select pg_advisory_xact_lock(7163101, hashtext(${actor.organisationId ?? ''}))`.execute(tx)
    return {}
  },
  allow: [{ role: 'ENTRUSTING_OFFICER', denial: '只有委托机关的经办人可以提出遴选需求' }],
  fires: { machine: selectionLife, event: 'describe', state: () => 'NEW' },
  async consider({ tx, input, actor, now }) {
    const { live, ended } = await tx
      .selectFrom('selection_session')
      .select([
        sql<number>`count(*) filter (where ended_at is null)`.as('live'),
        sql<number>`count(*) filter (where ended_at is not null)`.as('ended'),
      ])
      .where('organisation_id', '=', actor.organisationId ?? '')
      .where('case_no', '=', input.caseNo)
      .executeTakeFirstOrThrow()
    return { live: Number(live), ended: Number(ended), now }
  },
  formRules: [oneSelectionPerMatter, repeatedSelectionExplained],
  subject: ({ output }) => ({ type: 'selection', id: output?.id ?? '' }),
  async run({ tx, input, actor, now, today, chance, note }) {
    const id = chance.id()
    const authority = actor.organisationId ?? ''
    const found = await assessNow(tx, { need: input, authority, offers: [], now, today })
    await tx
      .insertInto('selection_session')
      .values({
        id,
        state: 'DESCRIBED',
        organisation_id: authority,
        described_by: actor.accountId ?? '',
        described_at: now,
        case_no: input.caseNo,
        need: JSON.stringify(input),
        ended_at: null,
      })
      .execute()
    await tx
      .insertInto('selection_assessment')
      .values({
        session_id: id,
        register_size: found.registerSize,
        candidates: JSON.stringify(found.candidates),
        excluded: JSON.stringify(found.excluded),
        causes: JSON.stringify(found.causes),
      })
      .execute()
    note(
      'causes',
      found.causes.map(({ key, cause }) => ({ key, cause })),
    )
    return { id, state: 'DESCRIBED', eligible: found.candidates.length }
  },
})
