import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { AssignedDuty } from '../store.ts'

interface Assignment {
  readonly caseId: string
  readonly duty: AssignedDuty
  /** All who have this duty from now on; whoever is not among them is released. */
  readonly named: readonly string[]
  readonly actor: Actor
  readonly now: Date
}

/** Gives a duty in a case to exactly these people; says who had not had it before. The case is locked. */
export async function assign(
  tx: Tx,
  { caseId, duty, named, actor, now }: Assignment,
): Promise<readonly string[]> {
  const present = await tx
    .selectFrom('case_assignment')
    .select('account_id')
    .where('case_id', '=', caseId)
    .where('duty', '=', duty)
    .where('ended_at', 'is', null)
    .execute()
  const before = present.map(({ account_id }) => account_id)
  const released = before.filter((accountId) => !named.includes(accountId))
  const entering = named.filter((accountId) => !before.includes(accountId))
  if (released.length > 0)
    await tx
      .updateTable('case_assignment')
      .set({ ended_at: now })
      .where('case_id', '=', caseId)
      .where('duty', '=', duty)
      .where('account_id', 'in', released)
      .where('ended_at', 'is', null)
      .execute()
  if (entering.length > 0)
    await tx
      .insertInto('case_assignment')
      .values(
        entering.map((accountId) => ({
          case_id: caseId,
          duty,
          account_id: accountId,
          assigned_by: actor.accountId ?? '',
          assigned_at: now,
          ended_at: null,
        })),
      )
      .execute()
  return entering
}
