import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { addScope as endpoint } from '../contract/institutions.ts'
import { enterInRegister } from '../register/enter.ts'
import { scopeDatesInOrder } from '../rules/listing.ts'
import { lockInstitution } from '../store.ts'

export const addScope = command({
  endpoint,
  load: ({ tx, target }) => lockInstitution(tx, target.id),
  allow: [{ role: 'CNIPA_OFFICER', denial: '业务范围由国家知识产权局核定' }],
  consider: async ({ input, now }) => ({ from: input.from ?? beijingDate(now) }),
  formRules: [scopeDatesInOrder],
  subject: ({ facts }) => ({ type: 'institution', id: facts.institution.id }),
  async run({ tx, input, more: { from }, today, note }) {
    const inserted = await tx
      .insertInto('institution_scope')
      .values({
        institution_id: input.id,
        ip_type: input.ipType,
        wipo_field: input.field ?? '',
        kind: input.kind,
        valid_from: from,
        valid_until: input.until ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('institution_id')
      .executeTakeFirst()
    if (!inserted)
      throw new Problem('malformed', '这项业务范围从同一天起已经核定过。', {
        issues: [{ path: 'ipType', detail: '相同的业务范围已存在' }],
      })
    await enterInRegister({ tx, today, note }, [{ institution: input.id }])
    return { ipType: input.ipType, field: input.field, kind: input.kind, from, until: input.until ?? null }
  },
})
