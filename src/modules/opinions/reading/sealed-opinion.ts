import type { ReadDb } from '#kernel/capabilities.ts'
import type { Subject } from '#kernel/command.ts'
import { isSealed } from '#modules/materials/module.ts'

/** The opinion, where its case is sealed; whoever asks. */
export async function sealedOpinion(db: ReadDb, id: string): Promise<Subject | undefined> {
  const found = await db
    .selectFrom('opinion_document')
    .innerJoin('appraisal_case', 'appraisal_case.id', 'opinion_document.case_id')
    .select(['appraisal_case.id', 'appraisal_case.confidentiality'])
    .where('opinion_document.id', '=', id)
    .executeTakeFirst()
  return found && isSealed(found.confidentiality) ? { type: 'opinion', id, matter: found.id } : undefined
}
