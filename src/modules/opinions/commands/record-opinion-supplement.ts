import { command } from '#kernel/command.ts'
import { recordSupplement as endpoint } from '../contract/changes.ts'
import { opinionValidityLife } from '../lifecycle.ts'
import { lockOpinion } from '../reading/opinion-at.ts'
import { issuedOnly, successorNamed } from '../rules/changes.ts'
import { registryDesk } from '../rules/issuers.ts'
import { recordChange } from '../writing/record-change.ts'

/** A supplementary opinion was made; it is part of this one (O-15). */
export const recordOpinionSupplement = command({
  endpoint,
  load: ({ tx, target, actor }) => lockOpinion(tx, target.id, actor),
  allow: registryDesk,
  fires: { machine: opinionValidityLife, event: 'supplement', state: ({ opinion }) => opinion.validity },
  rules: [issuedOnly],
  formRules: [successorNamed],
  subject: ({ input, facts }) => ({ type: 'opinion', id: input.id, matter: facts.case.id }),
  run: ({ tx, input, to, actor, now, chance }) =>
    recordChange(tx, { ...input, id: chance.id(), opinionId: input.id, validity: to, actor, now }),
  record: ({ facts }) => ({ opinionNo: facts.opinion.no }),
})
