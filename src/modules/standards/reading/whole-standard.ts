import type { z } from 'zod'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { showStandard } from '../contract/standards.ts'
import { standardColumns } from '../store.ts'
import { certificatesBy } from './in-force.ts'

type WholeStandard = z.output<typeof showStandard.output>

/** Everything that the public may read of a standard; undefined where the address is nobody's. */
export async function wholeStandard(
  db: ReadDb,
  slug: string,
  today: string,
): Promise<WholeStandard | undefined> {
  const row = await db
    .selectFrom('standard')
    .select(standardColumns)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  const versions = await versionsOf(db, row.id)
  const last = versions.at(-1)?.no ?? null
  return {
    id: row.id,
    slug: row.slug,
    number: row.number,
    title: row.title,
    titleEn: row.title_en,
    layer: row.layer,
    kind: row.kind,
    ipTypes: row.ip_types,
    state: row.state,
    certainty: row.certainty,
    region: row.region,
    proposer: row.proposer,
    draftingUnits: row.drafting_units,
    basis: row.basis,
    supersedes: await neighbour(db, 'id', row.supersedes),
    supersededBy: await neighbour(db, 'supersedes', row.id),
    endedOn: row.ended_on,
    endReason: row.end_reason,
    versions,
    versionNo: last,
    clauses: last === null ? [] : await clausesOf(db, row.id, last),
    guidance: await guidanceOf(db, row.id),
    consultations: await consultationsOf(db, row.id),
    certificates: (await certificatesBy(db, row.id, today)).map((each) => ({ ...each })),
  }
}

async function neighbour(db: ReadDb, column: 'id' | 'supersedes', value: string | null) {
  if (value === null) return null
  const row = await db
    .selectFrom('standard')
    .select(['slug', 'title', 'number'])
    .where(column, '=', value)
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

async function versionsOf(db: ReadDb, standardId: string) {
  const rows = await db
    .selectFrom('standard_version')
    .select([
      'no',
      'label',
      'draft',
      'issued_on as issuedOn',
      'effective_from as effectiveFrom',
      'summary',
      'published_at',
    ])
    .where('standard_id', '=', standardId)
    .orderBy('no')
    .execute()
  return rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: published_at.toISOString() }))
}

/** The clauses of one text, in its order. */
export function clausesOf(db: ReadDb, standardId: string, versionNo: number) {
  return db
    .selectFrom('standard_clause')
    .select(['id', 'no', 'heading', 'says', 'bearing', 'confirmed', 'rules'])
    .where('standard_id', '=', standardId)
    .where('version_no', '=', versionNo)
    .orderBy('place')
    .execute()
}

async function guidanceOf(db: ReadDb, standardId: string) {
  const rows = await db
    .selectFrom('standard_guidance')
    .select(['clause', 'question', 'answer', 'published_at'])
    .where('standard_id', '=', standardId)
    .orderBy('published_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ published_at, ...row }) => ({ ...row, at: published_at.toISOString() }))
}

async function consultationsOf(db: ReadDb, standardId: string) {
  const rows = await db
    .selectFrom('standard_consultation')
    .select((of) => [
      'id',
      'state',
      'opens_on as opensOn',
      'closes_on as closesOn',
      'notes',
      of
        .selectFrom('standard_comment')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('consultation_id', '=', 'standard_consultation.id')
        .as('comments'),
    ])
    .where('standard_id', '=', standardId)
    .orderBy('opened_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, comments: Number(row.comments ?? 0) }))
}
