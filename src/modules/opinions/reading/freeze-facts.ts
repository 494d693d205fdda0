import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import { assignmentsOf, type CaseRow, clockOf, unsettledRecusals } from '#modules/cases/module.ts'
import { custodyGaps } from '#modules/materials/module.ts'
import { submissionsOf } from '../store.ts'
import { contentHash, draftContent } from './draft-content.ts'
import { notYetReserved, opinionDataOf } from './opinion-data-of.ts'
import { livingOpinion } from './opinion-rows.ts'
import { workersOf } from './workers-of.ts'

/** Everything that the rules of freezing look at, with the document as it would be. */
export async function freezeFacts(
  db: ReadDb,
  row: CaseRow,
  at: { readonly actorId: string | null; readonly now: Date },
) {
  const today = beijingDate(at.now)
  const { data } = await opinionDataOf(db, row.id, {
    ...notYetReserved,
    demonstration: '',
    now: at.now,
    today,
  })
  const committed = data.annexes.commitments.map(({ name }) => name)
  const submissions = await submissionsOf(db, row.id)
  return {
    case: row,
    issuer: (await assignmentsOf(db, row.id)).issuer,
    actorId: at.actorId,
    workers: await workersOf(db, row.id),
    opinion: await livingOpinion(db, row.id),
    data,
    uncommitted: data.signatories.map(({ name }) => name).filter((name) => !committed.includes(name)),
    gaps: await custodyGaps(db, row.id),
    unsettledRecusals: await unsettledRecusals(db, row.id),
    reviewed: {
      approved: submissions.at(-1)?.content_sha256,
      now: contentHash(await draftContent(db, row.id)),
    },
    overdue: await overdueOf(db, row.id, today),
  }
}

export async function overdueOf(db: ReadDb, caseId: string, today: string) {
  const { due, workingDaysLeft } = await clockOf(db, caseId, today)
  return due !== null && workingDaysLeft !== null && workingDaysLeft < 0
    ? { due, days: -workingDaysLeft }
    : null
}
