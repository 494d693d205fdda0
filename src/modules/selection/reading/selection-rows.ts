import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { SelectionRow } from '../contract/selections.ts'
import { front } from '../store.ts'

const LIMIT = 200
const nobody = '00000000-0000-0000-0000-000000000000'

/** Selections that the person may see, newest first; what is shown of the institution is with whom it stands now. */
export async function selectionRows(db: ReadDb, actor: Actor): Promise<readonly SelectionRow[]> {
  const own = actor.organisationId ?? nobody
  const answers = actor.roles.some((role) => front.includes(role))
  const all = db
    .selectFrom('selection_session as s')
    .leftJoin('selection_draw as d', 'd.session_id', 's.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('selection_offer')
          .innerJoin('organisation', 'organisation.id', 'selection_offer.institution_id')
          .select(['organisation.name', 'way', 'answer', 'answer_by', 'institution_id'])
          .whereRef('session_id', '=', 's.id')
          .orderBy('no', 'desc')
          .limit(1)
          .as('o'),
      (join) => join.onTrue(),
    )
    .select(['s.id', 's.state', 's.case_no', 's.need', 's.described_at', 's.organisation_id'])
    .select(['d.open_by', 'o.name', 'o.way', 'o.answer', 'o.answer_by', 'o.institution_id'])
    .orderBy('s.described_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(LIMIT)
  const visible = actor.roles.includes('AUDITOR')
    ? all
    : all.where(({ or, and, eb, exists, selectFrom }) =>
        or([
          eb('s.organisation_id', '=', own),
          and([
            eb(eb.val(answers), '=', true),
            exists(
              selectFrom('selection_offer')
                .select('no')
                .whereRef('session_id', '=', 's.id')
                .where('institution_id', '=', own),
            ),
          ]),
        ]),
      )
  const rows = await visible.execute()
  return rows.map((row) => {
    const inTurn =
      row.organisation_id === own || row.institution_id === own || actor.roles.includes('AUDITOR')
    return {
      id: row.id,
      title: row.need.title,
      caseNo: row.case_no,
      state: row.state,
      ipType: row.need.ipType,
      way: row.state === 'COMMITTED' || row.state === 'VOIDED' ? 'DRAW' : row.way,
      institution: inTurn ? row.name : null,
      due: row.state === 'COMMITTED' ? row.open_by : row.answer === 'PENDING' ? row.answer_by : null,
      describedAt: row.described_at.toISOString(),
    }
  })
}
