import { command } from '#kernel/command.ts'
import { nameLead as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellPerson } from '../notices/tell.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { leadIsMember } from '../rules/team.ts'
import { institutionOffice } from '../rules/who.ts'

/** Makes one member the lead appraiser; the former lead stays a member. */
export const nameLead = command({
  endpoint,
  load: ({ tx, target, actor, now }) => teamFacts(tx, target.id, actor, now),
  allow: institutionOffice,
  fires: { machine: caseLife, event: 'keep-team', state: ({ row }) => row.state },
  formRules: [leadIsMember],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, now, chance }) {
    const present = tx.updateTable('case_member').where('case_id', '=', row.id).where('left_at', 'is', null)
    await present.set({ lead: false }).execute()
    await present.set({ lead: true }).where('account_id', '=', input.accountId).executeTakeFirstOrThrow()
    const body = '您被确定为本案主鉴定人，负责拟定鉴定方案。'
    await tellPerson({ tx, chance, now, row, title: '确定主鉴定人', body, at: '/plan' }, input.accountId)
    return { accountId: input.accountId }
  },
})
