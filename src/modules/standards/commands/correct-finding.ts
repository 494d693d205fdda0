import { command } from '#kernel/command.ts'
import { correctFinding as endpoint } from '../contract/conformity.ts'
import { findingLife } from '../lifecycle.ts'
import { lockFinding } from '../reading/assessment.ts'
import { reportIsIn } from '../rules/conformity.ts'
import { assessedOffice } from '../rules/who.ts'
import { tellPeople } from '../writing/tell.ts'

/** The institution says why it happened and what it has done about it. */
export const correctFinding = command({
  endpoint,
  load: ({ tx, target, actor }) => lockFinding(tx, target.id, actor),
  allow: assessedOffice,
  fires: { machine: findingLife, event: 'correct', state: ({ finding }) => finding.state },
  rules: [reportIsIn],
  subject: ({ facts }) => ({
    type: 'conformity-finding',
    id: facts.finding.id,
    matter: facts.assessment.id,
  }),
  async run(work) {
    const { tx, facts, input, actor, now } = work
    const state = 'CORRECTED' as const
    await tx
      .updateTable('conformity_finding')
      .set({ state, correction: input.correction, corrected_by: actor.accountId, corrected_at: now })
      .where('id', '=', facts.finding.id)
      .executeTakeFirstOrThrow()
    await tellPeople(work, facts.assessors, {
      title: `不符合项第${facts.finding.no}项已整改`,
      body: '机构提交了整改，请核实后确认或者写明还差什么。',
      assessmentId: facts.assessment.id,
    })
    return { state }
  },
})
