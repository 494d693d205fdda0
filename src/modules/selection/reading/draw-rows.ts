import type { ReadDb } from '#kernel/capabilities.ts'

/** Draws as the public reads them: nothing of the case, its number or its people. */
export function drawRows(db: ReadDb) {
  return db
    .selectFrom('selection_draw as d')
    .innerJoin('selection_session as s', 's.id', 'd.session_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('selection_offer')
          .innerJoin('organisation', 'organisation.id', 'selection_offer.institution_id')
          .select(['organisation.name'])
          .whereRef('session_id', '=', 's.id')
          .where('place', 'is not', null)
          .where('answer', 'in', ['PENDING', 'ACCEPTED'])
          .orderBy('no', 'desc')
          .limit(1)
          .as('o'),
      (join) => join.onTrue(),
    )
    .select(['s.id', 's.state', 's.ended_at', 'd.draw', 'd.commitment', 'd.size', 'd.log_index'])
    .select(['d.open_by', 'd.committed_at', 'o.name as with'])
}

type Row = Awaited<ReturnType<ReturnType<typeof drawRows>['execute']>>[number]

export function drawRow({ id, state, draw, committed_at, open_by, with: stands }: Row) {
  return {
    id,
    authority: draw.authority,
    ...draw.need,
    state,
    candidates: draw.candidates.length,
    committedAt: committed_at.toISOString(),
    openBy: open_by,
    with: stands,
  }
}
