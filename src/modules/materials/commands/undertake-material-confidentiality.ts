import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { undertakeConfidentiality as endpoint } from '../contract/materials.ts'
import { hasUndertaken } from '../reading/materials.ts'
import { caseOf } from '../reading/matter.ts'
import { institutionPeople } from '../rules/who.ts'

/** T-10: one person's promise for one case, given before the first look at sealed material. */
export const undertakeConfidentialityCommand = command({
  endpoint,
  async load({ tx, target, actor }) {
    return {
      matter: await caseOf(tx, target.id, actor),
      undertaken: await hasUndertaken(tx, target.id, actor.accountId),
    }
  },
  allow: institutionPeople,
  subject: ({ facts: { matter } }) => ({ type: 'case', id: matter.id, matter: matter.id }),
  async run({ tx, facts, actor, now }) {
    if (facts.undertaken) throw new Problem('wrong-state', '您已经为本案签署过保密承诺。')
    await tx
      .insertInto('confidentiality_undertaking')
      .values({ case_id: facts.matter.id, account_id: actor.accountId ?? '', name: actor.name, at: now })
      .execute()
    return { at: now.toISOString() }
  },
})
