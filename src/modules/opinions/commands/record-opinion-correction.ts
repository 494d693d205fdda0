import { command } from '#kernel/command.ts'
import { recordCorrection as endpoint } from '../contract/changes.ts'
import { opinionValidityLife } from '../lifecycle.ts'
import { lockOpinion } from '../reading/opinion-at.ts'
import { issuedOnly } from '../rules/changes.ts'
import { performingAppraiser } from '../rules/issuers.ts'
import { recordChange } from '../writing/record-change.ts'

/** A slip is mended without changing the meaning; an appraiser who signed the original answers for it (O-14). */
export const recordOpinionCorrection = command({
  endpoint,
  load: ({ tx, target, actor }) => lockOpinion(tx, target.id, actor),
  allow: performingAppraiser,
  fires: { machine: opinionValidityLife, event: 'correct', state: ({ opinion }) => opinion.validity },
  rules: [issuedOnly],
  stepUp: true,
  subject: ({ input, facts }) => ({ type: 'opinion', id: input.id, matter: facts.case.id }),
  run: ({ tx, input, to, actor, now, chance }) =>
    recordChange(tx, { ...input, id: chance.id(), opinionId: input.id, validity: to, actor, now }),
  record: ({ facts }) => ({ opinionNo: facts.opinion.no }),
})
