import { command } from '#kernel/command.ts'
import { materialReadiness } from '#modules/materials/module.ts'
import { start as endpoint } from '../contract/plan.ts'
import { caseLife } from '../lifecycle.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { recusalFactsOf } from '../reading/team-of.ts'
import { unqualifiedMembers } from '../reading/unqualified-members.ts'
import {
  identityConfirmed,
  materialsConfirmed,
  materialsExamined,
  teamStillQualified,
  undertakingsGiven,
} from '../rules/plan.ts'
import { noOpenRecusal, recusedHaveLeft } from '../rules/recusal.ts'
import { commitmentsSigned, enoughAppraisers } from '../rules/team.ts'
import { leadAppraiser } from '../rules/who.ts'

/** The lead begins once the materials may be a basis and are what they are said to be (T-02, T-03, T-07, T-10). */
export const startCase = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const facts = await teamFacts(tx, target.id, actor, now)
    return {
      ...facts,
      ...(await recusalFactsOf(tx, target.id)),
      readiness: await materialReadiness(tx, target.id),
      unqualified: await unqualifiedMembers(tx, facts.row, facts.members, now),
    }
  },
  allow: leadAppraiser,
  fires: { machine: caseLife, event: 'start', state: ({ row }) => row.state },
  rules: [
    materialsConfirmed,
    materialsExamined,
    identityConfirmed,
    undertakingsGiven,
    enoughAppraisers,
    commitmentsSigned,
    teamStillQualified,
    noOpenRecusal,
    recusedHaveLeft,
  ],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, now }) {
    await tx
      .updateTable('appraisal_case')
      .set({ state: 'IN_PROGRESS', started_at: now })
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    return { state: 'IN_PROGRESS', startedAt: now.toISOString() }
  },
})
