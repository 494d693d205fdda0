import { command } from '#kernel/command.ts'
import { undertakeConfidentiality as endpoint } from '../contract/materials.ts'
import { hasUndertaken } from '../reading/materials.ts'
import { caseOf, isSealed } from '../reading/matter.ts'
import { undertakingCalledFor } from '../rules/files.ts'
import { institutionPeople } from '../rules/who.ts'

/** T-10: one person's promise for one case, given before the first look at sealed material. */
export const undertakeConfidentialityCommand = command({
  endpoint,
  async load({ tx, target, actor }) {
    const matter = await caseOf(tx, target.id, actor)
    const materials = await tx
      .selectFrom('case_material')
      .select('confidentiality')
      .where('case_id', '=', target.id)
      .execute()
    return {
      matter,
      sealed: [matter, ...materials].some(({ confidentiality }) => isSealed(confidentiality)),
      undertaken: await hasUndertaken(tx, target.id, actor.accountId),
    }
  },
  allow: institutionPeople,
  rules: [undertakingCalledFor],
  subject: ({ facts: { matter } }) => ({ type: 'case', id: matter.id, matter: matter.id }),
  async run({ tx, facts, actor, now }) {
    await tx
      .insertInto('confidentiality_undertaking')
      .values({ case_id: facts.matter.id, account_id: actor.accountId ?? '', name: actor.name, at: now })
      .execute()
    return { at: now.toISOString() }
  },
})
