import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { createOrganisation as endpoint } from '../contract.ts'
import { creditCodeValid, entrustingTypeFits, regionValid } from '../rules.ts'

/** Enters an organisation whose people may then get accounts. */
export function createOrganisation({ demonstration }: { demonstration: boolean }) {
  return command({
    endpoint,
    load: async () => ({}),
    allow: [{ role: 'SYSTEM_ADMIN', denial: '单位由系统管理员登记' }],
    formRules: [creditCodeValid, entrustingTypeFits, regionValid],
    subject: ({ input, output }) => ({ type: 'organisation', id: output?.organisationId ?? input.name }),
    async run({ tx, input, chance }) {
      const inserted = await tx
        .insertInto('organisation')
        .values({
          id: chance.id(),
          kind: input.kind,
          name: input.name,
          unified_social_credit_code: input.unifiedSocialCreditCode.toUpperCase() || null,
          region: input.region || null,
          entrusting_type: input.entrustingType ?? null,
          demonstration,
        })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!inserted)
        throw new Problem('malformed', `已经登记过名为“${input.name}”的单位。`, {
          issues: [{ path: 'name', detail: '同名单位已登记' }],
        })
      return { organisationId: inserted.id }
    },
  })
}
