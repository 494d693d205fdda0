import { query } from '#kernel/command.ts'
import { judge } from '#kernel/rule.ts'
import { assignmentsOf, rolesInCase, visibleCase } from '#modules/cases/module.ts'
import { showOpinion as endpoint } from '../contract/issue.ts'
import { freezeFacts } from '../reading/freeze-facts.ts'
import { seesUnissued, signable } from '../reading/opinion-at.ts'
import { shownOpinion } from '../reading/shown-opinion.ts'
import { notConnected } from '../rules/connections.ts'
import { requiredContents } from '../rules/contents.ts'
import { freezeRules, stillRules } from '../rules/freeze.ts'
import { issueRules } from '../rules/issue.ts'
import { issues } from '../rules/issuers.ts'
import { recusalsSettled } from '../rules/recusals.ts'
import { insiders } from '../rules/who.ts'

/** From approval to delivery of one case: what was frozen, who signed, what still stands against the next step. */
export const showOpinionOfCase = query({
  endpoint,
  allow: insiders,
  async answer({ db, input, actor, now, today }) {
    const row = await visibleCase(db, input.id, actor)
    const duties = await rolesInCase(db, row.id, actor.accountId)
    const { issuer } = await assignmentsOf(db, row.id)
    const inside = seesUnissued(actor, { case: row, duties, issuer })
    const all = await db
      .selectFrom('opinion_document')
      .selectAll()
      .where('case_id', '=', row.id)
      .orderBy('frozen_at', 'desc')
      .execute()
    const seen = all.filter(({ state }) => inside || state === 'ISSUED')
    const living = seen.find(({ state }) => state !== 'VOIDED')
    const facts = await freezeFacts(db, row, { actorId: null, now })
    const pending = inside && row.state === 'PENDING_ISSUE'
    const findings = !pending
      ? []
      : living
        ? [
            ...judge(
              issueRules,
              await signable(db, { case: row, duties, issuer, opinion: living }, actor),
              today,
            ),
            ...judge(stillRules, facts, today),
            ...judge([recusalsSettled], facts, today),
          ]
        : [...judge(freezeRules, facts, today), ...judge([recusalsSettled], facts, today)]
    return {
      id: row.id,
      caseCode: row.code,
      caseTitle: row.title,
      caseState: row.state,
      opinions: await Promise.all(seen.map((opinion) => shownOpinion(db, opinion))),
      checklist: findings.map(({ rule, brief, says, basis, outcome, detail, remedy }) => ({
        rule,
        brief,
        says,
        basis: [...basis],
        outcome,
        detail,
        remedy,
      })),
      contents: inside
        ? requiredContents(row.profile).map(({ text, basis, present }) => ({
            text,
            basis: basis.id,
            present: present(facts.data),
          }))
        : [],
      own: {
        account: actor.accountId,
        signs: living?.signatories.some(({ accountId }) => accountId === actor.accountId) ?? false,
        issues: issues(actor, { case: row, issuer }),
      },
      notConnected: [...notConnected],
    }
  },
})
