import { command } from '#kernel/command.ts'
import { withdraw as endpoint } from '../contract/changes.ts'
import { opinionValidityLife } from '../lifecycle.ts'
import { lockOpinion } from '../reading/opinion-at.ts'
import { issuedOnly, withdrawalRestricted } from '../rules/changes.ts'
import { headOfInstitution } from '../rules/issuers.ts'
import { recordChange } from '../writing/record-change.ts'

/** The institution withdraws its opinion: a restricted act where a court commissioned it (O-21). */
export const withdrawOpinion = command({
  endpoint,
  load: ({ tx, target, actor }) => lockOpinion(tx, target.id, actor),
  allow: headOfInstitution,
  fires: { machine: opinionValidityLife, event: 'withdraw', state: ({ opinion }) => opinion.validity },
  rules: [issuedOnly, withdrawalRestricted],
  stepUp: true,
  subject: ({ input, facts }) => ({ type: 'opinion', id: input.id, matter: facts.case.id }),
  run: ({ tx, input, to, actor, now, chance }) =>
    recordChange(tx, { ...input, id: chance.id(), opinionId: input.id, validity: to, actor, now }),
  record: ({ facts }) => ({ opinionNo: facts.opinion.no }),
})
