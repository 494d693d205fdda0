import type { ReadDb } from '#kernel/capabilities.ts'
import { competenceOf } from './competence.ts'

export type Scope = ReturnType<typeof scopeOf>

/** The business scopes of an institution that are in force on a Beijing date and not suspended. */
export async function scopeRowsOn(db: ReadDb, institutionId: string, date: string) {
  return db
    .selectFrom('institution_scope')
    .select(['ip_type', 'wipo_field', 'kind', 'valid_from', 'valid_until'])
    .where('institution_id', '=', institutionId)
    .where('state', '=', 'IN_FORCE')
    .where('valid_from', '<=', date)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', date)]))
    .orderBy('ip_type')
    .orderBy('wipo_field')
    .execute()
}

export function scopeOf(row: Awaited<ReturnType<typeof scopeRowsOn>>[number]) {
  return { ...competenceOf(row), kind: row.kind, from: row.valid_from, until: row.valid_until }
}
