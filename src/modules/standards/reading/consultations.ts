import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import { lockStandard } from '../store.ts'

const columns = [
  'id',
  'state',
  'standard_id',
  'version_no',
  'opens_on',
  'closes_on',
  'notes',
  'opened_at',
] as const

/** How many consultations of a standard are not closed yet. */
export async function openConsultations(db: ReadDb, standardId: string): Promise<number> {
  const { open } = await db
    .selectFrom('standard_consultation')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('standard_id', '=', standardId)
    .where('state', '=', 'OPEN')
    .executeTakeFirstOrThrow()
  return Number(open)
}

export async function findConsultation(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('standard_consultation')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', '没有这次征求意见。')
  return row
}

/** A consultation for a deed, locked, with the standard that it is about. */
export async function lockConsultation(tx: Tx, id: string) {
  const consultation = await tx
    .selectFrom('standard_consultation')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!consultation) throw new Problem('not-found', '没有这次征求意见。')
  return { consultation, standard: await lockStandard(tx, consultation.standard_id) }
}

export function commentsOf(db: ReadDb, consultationId: string) {
  return db
    .selectFrom('standard_comment')
    .select(['id', 'no', 'clause', 'name', 'contact', 'text', 'at', 'disposition', 'answer'])
    .where('consultation_id', '=', consultationId)
    .orderBy('no')
    .execute()
}
