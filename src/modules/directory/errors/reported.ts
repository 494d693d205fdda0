import type { ReadDb } from '#kernel/capabilities.ts'

export function errorRows(db: ReadDb) {
  return db
    .selectFrom('entry_error')
    .leftJoin('account', 'account.id', 'entry_error.answered_by')
    .select([
      'entry_error.id',
      'entry_error.state',
      'key',
      'entry_error.name',
      'province',
      'what',
      'entry_error.contact',
      'reported_at',
      'due',
      'outcome',
      'answer',
      'answered_at',
      'account.name as answered_by_name',
    ])
}

type ErrorRow = Awaited<ReturnType<ReturnType<typeof errorRows>['execute']>>[number]

/** What a report shows to its reporter and to officials alike: not who may be asked, not who answered. */
export function reported({
  key,
  name,
  what,
  state,
  reported_at,
  due,
  outcome,
  answer,
  answered_at,
}: ErrorRow) {
  return {
    key,
    name,
    what,
    state,
    reportedAt: reported_at.toISOString(),
    due,
    outcome,
    answer,
    answeredAt: answered_at?.toISOString() ?? null,
  }
}
