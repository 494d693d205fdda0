import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { addWorkingDays } from '#law/working-days/count.ts'
import { serveRecusalNotice as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient } from '../notices/tell.ts'
import { partiesToTell } from '../reading/parties-to-tell.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { recusalNoticeText } from '../rules/recusal-notice-text.ts'
import { enoughAppraisers, everyPartyServed } from '../rules/team.ts'
import { institutionDesk } from '../rules/who.ts'
import { nextRowNo } from '../store.ts'

/** Tells client and parties who appraises and how to ask for recusal (P-04, H-11). */
export const serveRecusalNotice = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const facts = await teamFacts(tx, target.id, actor, now)
    return { ...facts, parties: await partiesToTell(tx, facts.row) }
  },
  allow: institutionDesk,
  fires: { machine: caseLife, event: 'keep-team', state: ({ row }) => row.state },
  rules: [enoughAppraisers],
  formRules: [everyPartyServed],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row, members }, input, actor, today, now, chance }) {
    const days = parameterAt('recusal-notice', today, row.profile).value
    const endsOn = addWorkingDays(today, days).date
    const no = await nextRowNo(tx, 'case_recusal_notice', row.id)
    const text = recusalNoticeText({
      institution: actor.organisation,
      code: row.code,
      title: row.title,
      appraisers: members.map(({ name, lead }) => (lead ? `${name}（主鉴定人）` : name)),
      endsOn,
    })
    await tx
      .insertInto('case_recusal_notice')
      .values({
        case_id: row.id,
        no,
        text,
        services: JSON.stringify(input.served),
        members: JSON.stringify(members.map(({ accountId }) => accountId)),
        served_by: actor.accountId ?? '',
        served_on: today,
        ends_on: endsOn,
      })
      .execute()
    await tellClient({
      tx,
      chance,
      now,
      row,
      title: '鉴定组名单与回避权利告知书',
      body: text,
      at: '/team',
      document: 'recusal-notice',
    })
    return { no, endsOn }
  },
  record: ({ output }) => ({ endsOn: output.endsOn }),
})
