import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import { toBase64 } from '#log/core/base64.ts'
import { consistencyProof, firstCheckpointOf, proofFile, rootAt } from '#log/prove.ts'
import { type DrawEvidence, drawFields } from '#verify/draw-evidence.ts'
import { drawOf } from '../store.ts'
import { publishedSize } from './published-size.ts'

/**
 * All that the log says of a draw in public, under the first checkpoint that covers it: asked again without anything new it is
 * the same file. Undefined where there is no such draw or nothing of it is published yet.
 */
export async function evidenceOf(db: ReadDb, id: string): Promise<DrawEvidence | undefined> {
  const draw = await drawOf(db, id)
  if (!draw) return undefined
  const published = await publishedSize(db)
  const entries = await publicEntries(db, id, published)
  const last = entries.at(-1)
  if (!last) return undefined
  const reached = published >= draw.size
  const under = await firstCheckpointOf(db, reached ? Math.max(last.index + 1, draw.size) : last.index + 1)
  if (!under) return undefined
  const proofs = await Promise.all(
    entries.map(({ index, field }) => proofFile(db, { index, open: [field], under })),
  )
  return {
    v: 1,
    kind: 'mingjian-draw',
    draw: id,
    entries: proofs.filter((proof) => proof !== undefined),
    root: reached ? await rootAndConsistency(db, draw.size, under.size) : null,
  }
}

async function publicEntries(db: ReadDb, id: string, published: number) {
  const rows = await db
    .selectFrom('log_payload as p')
    .innerJoin('log_entry as l', 'l.index', 'p.index')
    .select(['p.index', 'l.op', sql<string[]>`array(select jsonb_object_keys(p.fields))`.as('fields')])
    .where(sql<boolean>`p.fields->'subject'->>'type' = 'selection'`)
    .where(sql<string>`p.fields->'subject'->>'id'`, '=', id)
    .where('p.index', '<', published)
    .orderBy('p.index')
    .execute()
  return rows.flatMap(({ index, op, fields }) => {
    const field = drawFields[op]
    return field !== undefined && fields.includes(field) ? [{ index: Number(index), field }] : []
  })
}

async function rootAndConsistency(db: ReadDb, size: number, under: number) {
  const consistency = await consistencyProof(db, size, under)
  return { size, root: toBase64(await rootAt(db, size)), consistency: consistency.map(toBase64) }
}
