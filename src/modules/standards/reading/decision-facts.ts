import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { lockAssessment } from './assessment.ts'

/** What a decision on an assessment looks at: who decides, who ever assessed, and the findings that are not closed. */
export async function decisionFacts(tx: Tx, id: string, actor: Actor) {
  const found = await lockAssessment(tx, id, actor)
  const openFindings = await tx
    .selectFrom('conformity_finding')
    .innerJoin('standard_clause', 'standard_clause.id', 'conformity_finding.clause_id')
    .select(['conformity_finding.no', 'standard_clause.no as clauseNo'])
    .where('assessment_id', '=', id)
    .where('conformity_finding.state', '!=', 'CLOSED')
    .orderBy('conformity_finding.no')
    .execute()
  return { ...found, decider: actor.accountId ?? '', openFindings }
}
