import { command } from '#kernel/command.ts'
import { signCommitment as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { ownCommitment } from '../reading/own-commitment.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { commitmentNotYetSigned } from '../rules/team.ts'
import { teamMember } from '../rules/who.ts'

/** The appraiser himself signs his commitment and answers every ground for recusal with no (A-12, P-04). */
export const signCommitment = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const facts = await teamFacts(tx, target.id, actor, now)
    const own = facts.members.find(({ accountId }) => accountId === actor.accountId)
    return { ...facts, committed: own?.committed ?? false }
  },
  allow: teamMember,
  fires: { machine: caseLife, event: 'keep-team', state: ({ row }) => row.state },
  rules: [commitmentNotYetSigned],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, actor, now }) {
    const text = await ownCommitment(tx, row, actor.name)
    await tx
      .updateTable('case_member')
      .set({ commitment: text, conflicts: JSON.stringify(input.conflicts), commitment_signed_at: now })
      .where('case_id', '=', row.id)
      .where('account_id', '=', actor.accountId ?? '')
      .where('left_at', 'is', null)
      .executeTakeFirstOrThrow()
    return { text, signedAt: now.toISOString() }
  },
  record: ({ output }) => ({ commitment: output.text }),
})
