import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { needsToKnow } from '#modules/identity/rules.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** A commission and the case opened for it are one matter under one id; either table says whose it is and how closed. */
const tables = {
  commission: {
    open: sql<boolean>`commission.form->>'confidentiality' <> 'RESTRICTED_PERSONS'`,
    unaccepted: sql<boolean>`commission.state <> 'ACCEPTED'`,
  },
  appraisal_case: {
    open: sql<boolean>`appraisal_case.confidentiality <> 'RESTRICTED_PERSONS'`,
    unaccepted: sql<boolean>`false`,
  },
} as const

type MatterTable = keyof typeof tables

/**
 * Who may see a matter, as a condition on the rows of either table: the entrusting side, the read-only auditor, and of the
 * institution those whom `needsToKnow` names or the case assigns. Never the system administrator. Lists, counts, single
 * reads, deeds, materials, notices and traces all rest on this and on nothing else.
 */
export function knownTo(actor: Actor, table: MatterTable): RawBuilder<boolean> {
  if (actor.kind === 'system' || actor.roles.includes('AUDITOR')) return sql<boolean>`true`
  const own = actor.organisationId ?? nobody
  return sql<boolean>`(${sql.ref(`${table}.entrusting_organisation_id`)} = ${own}
    or ${sql.ref(`${table}.institution_id`)} = ${own} and ${concerns(actor, table)})`
}

function concerns(actor: Actor, table: MatterTable): RawBuilder<boolean> {
  const { open, unaccepted } = tables[table]
  if (needsToKnow(actor, 'limited')) return sql<boolean>`true`
  return sql<boolean>`(${sql.join(
    [
      ...(needsToKnow(actor, 'open') ? [open] : []),
      ...(needsToKnow(actor, 'limited, not yet accepted') ? [unaccepted] : []),
      assignedTo(actor, table),
    ],
    sql` or `,
  )})`
}

/** The case names this person now: in the team, or to review, issue or handle. */
export function assignedTo(actor: Actor, table: MatterTable): RawBuilder<boolean> {
  const id = sql.ref(`${table}.id`)
  const person = actor.accountId ?? nobody
  return sql<boolean>`(exists (select 1 from case_member as own_membership
      where own_membership.case_id = ${id} and own_membership.account_id = ${person} and own_membership.left_at is null)
    or exists (select 1 from case_assignment as own_duty
      where own_duty.case_id = ${id} and own_duty.account_id = ${person} and own_duty.ended_at is null))`
}

/** The same condition asked of one matter; false also where there is none. */
export async function knowsMatter(db: ReadDb, id: string, actor: Actor): Promise<boolean> {
  const found = await db
    .selectFrom('commission')
    .select('id')
    .where('id', '=', id)
    .where(knownTo(actor, 'commission'))
    .executeTakeFirst()
  return found !== undefined
}
