import { createHash } from 'node:crypto'
import type { Chance, Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import { sessionLimits } from '../rules.ts'

export function tokenSha256(token: string): Uint8Array {
  return createHash('sha256').update(token, 'utf8').digest()
}

function newToken(chance: Chance): string {
  return Buffer.from(chance.bytes(32)).toString('base64url')
}

export async function startSession(
  tx: Tx,
  { accountId, now, chance }: { accountId: string; now: Date; chance: Chance },
): Promise<string> {
  const token = newToken(chance)
  await tx
    .insertInto('session')
    .values({
      token_sha256: tokenSha256(token),
      id: chance.id(),
      account_id: accountId,
      opened_at: now,
      last_seen_at: now,
      stepped_up_at: null,
      expires_at: new Date(now.getTime() + sessionLimits.hours * 3_600_000),
      ended_at: null,
    })
    .execute()
  return token
}

/** Gives a session a new token; the old one opens nothing from this commit on. Its end stays where it was. */
export async function rotateToken(
  tx: Tx,
  { sessionId, chance, steppedUpAt }: { sessionId: string | null; chance: Chance; steppedUpAt?: Date },
): Promise<string> {
  const token = newToken(chance)
  const rotated = await tx
    .updateTable('session')
    .set({ token_sha256: tokenSha256(token), ...(steppedUpAt ? { stepped_up_at: steppedUpAt } : {}) })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!rotated) throw new Problem('unauthenticated', '这次登录刚刚已经结束，请重新登录。')
  return token
}

/** Ends one person's sessions, all or all but one. */
export async function endSessions(
  tx: Tx,
  { accountId, now, except }: { accountId: string; now: Date; except?: string | null },
): Promise<void> {
  let ending = tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (except) ending = ending.where('id', '!=', except)
  await ending.execute()
}

export async function endSession(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
}
