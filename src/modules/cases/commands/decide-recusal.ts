import { command } from '#kernel/command.ts'
import { decideRecusal as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient } from '../notices/tell.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { headApartFromTeam, recusalIsOpen } from '../rules/team.ts'
import { institutionHead } from '../rules/who.ts'
import { nameOfAccount } from '../store.ts'

/** The institution's head decides; whoever is recused must then be replaced before the case goes on (P-06). */
export const decideRecusal = command({
  endpoint,
  load: async ({ tx, target, actor, now }) => ({
    ...(await teamFacts(tx, target.id, actor, now)),
    actorId: actor.accountId,
  }),
  allow: institutionHead,
  fires: { machine: caseLife, event: 'recuse', state: ({ row }) => row.state },
  rules: [headApartFromTeam],
  consider: async ({ tx, input }) => ({
    application: await tx
      .selectFrom('case_recusal')
      .select(['state', 'account_id'])
      .where('id', '=', input.recusalId)
      .where('case_id', '=', input.id)
      .executeTakeFirst(),
  }),
  formRules: [recusalIsOpen],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, more: { application }, input, actor, now, chance }) {
    await tx
      .updateTable('case_recusal')
      .set({
        state: input.granted ? 'GRANTED' : 'REJECTED',
        decided_by: actor.accountId,
        decided_at: now,
        decision: input.decision,
      })
      .where('id', '=', input.recusalId)
      .executeTakeFirstOrThrow()
    const against = application?.account_id ? await nameOfAccount(tx, application.account_id) : '本机构'
    const then = input.granted
      ? application?.account_id
        ? '本机构将更换鉴定人并另行告知。'
        : '本机构将终止鉴定并退还材料和费用。'
      : '对本决定不服的，可以撤回委托。'
    await tellClient({
      tx,
      chance,
      now,
      row,
      title: '回避决定书',
      body: `${input.granted ? '准许' : '驳回'}${against}回避的申请：${input.decision}。${then}`,
      at: '/team',
      document: 'recusal-decision',
    })
    return { granted: input.granted }
  },
})
