import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { lockProceeding, settleProceeding } from '../adjustment/proceedings.ts'
import { correction, grantCorrection as endpoint } from '../contract/proceedings.ts'
import { registerBody } from '../contract/register.ts'
import { proceedingLife } from '../lifecycle.ts'
import { entryAsOf } from '../register/as-of.ts'
import { correctPast } from '../register/enter.ts'

import { deciderIsAnother } from '../rules/adjustment.ts'

/** Records what was so in a past period; what the list said then stays as it was. */
export const grantCorrection = command({
  endpoint,
  load: (at) => lockProceeding(at, 'CORRECTION'),
  allow: [{ role: 'CNIPA_OFFICER', denial: '名录事项由国家知识产权局决定' }],
  fires: { machine: proceedingLife, event: 'grant', state: ({ proceeding }) => proceeding.state },
  rules: [deciderIsAnother],
  subject: ({ facts }) => ({
    type: 'directory-proceeding',
    id: facts.proceeding.id,
    matter: facts.institution.id,
  }),
  async run(work) {
    const { from, until, corrected } = correction.parse(work.facts.proceeding.detail)
    const day = from
    const key = `institution:${work.facts.institution.directory_no}`
    const then = await entryAsOf(work.tx, { day, size: Number.MAX_SAFE_INTEGER, question: 'true' }, key)
    if (!then) throw new Problem('not-found', `名录在 ${day} 没有这个机构。`)
    const named = Object.fromEntries(Object.entries(corrected).filter(([, value]) => value !== ''))
    await correctPast(work, registerBody.parse({ ...then.body, ...named }), { from, until })
    return settleProceeding(work, 'GRANTED')
  },
})
