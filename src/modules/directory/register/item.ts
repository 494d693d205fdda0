import { createHash } from 'node:crypto'
import type { Tx } from '#kernel/capabilities.ts'
import { canonical } from '#log/core/canonical.ts'
import { type RegisterBody, registerBody } from '../contract/register.ts'
import { tagsOf } from './tags.ts'

/** SHA-256 of the canonical JSON of a body, hex: what the log commits to. */
export function itemHash(body: RegisterBody): string {
  return createHash('sha256').update(canonical(body)).digest('hex')
}

/** Keeps a body under its hash; the same body said again is the same item. */
export async function keepItem(tx: Tx, body: RegisterBody): Promise<string> {
  const parsed = registerBody.parse(body)
  const hash = itemHash(parsed)
  await tx
    .insertInto('directory_item')
    .values({ hash, body: JSON.stringify(parsed), tags: tagsOf(parsed) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return hash
}
