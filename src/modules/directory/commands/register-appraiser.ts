import { beijingDate } from '#kernel/beijing.ts'
import type { Tx } from '#kernel/capabilities.ts'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { personWithRoles } from '#modules/identity/module.ts'
import { registerAppraiser as endpoint } from '../contract/institutions.ts'
import { appraiserLife } from '../lifecycle.ts'
import { enterInRegister } from '../register/enter.ts'
import { appraiserIsOwnStaff, oneInstitutionOnly } from '../rules/listing.ts'
import { lockInstitution } from '../store.ts'

/** Registers one of the institution's own people as an appraiser with his fields. */
export const registerAppraiser = command({
  endpoint,
  load: async ({ actor }) => ({ institutionId: actor.organisationId ?? '' }),
  allow: [{ role: 'INSTITUTION_ADMIN', denial: '鉴定人由所在机构的管理员登记' }],
  fires: { machine: appraiserLife, event: 'register', state: () => 'NEW' },
  async consider({ tx, facts, input, now }) {
    const { institution } = await lockInstitution(tx, facts.institutionId)
    const person = await personWithRoles(tx, input.accountId)
    if (!person) throw new Problem('not-found', '没有这个人员账号，请核对后重新选择。')
    const registeredAt = await placeOfRegistration(tx, input.accountId, input.practiceNo)
    return { institution, person, registeredAt, since: input.since ?? beijingDate(now) }
  },
  formRules: [appraiserIsOwnStaff, oneInstitutionOnly],
  subject: ({ input }) => ({ type: 'appraiser', id: input.accountId }),
  async run({ tx, more, input, today, note }) {
    const practiceNo = input.practiceNo || (await nextPracticeNo(tx, more.institution))
    const inserted = await tx
      .insertInto('appraiser')
      .values({
        id: input.accountId,
        state: 'ACTIVE',
        reason: '登记',
        institution_id: more.institution.id,
        practice_no: practiceNo,
        title: input.title || (more.person.title ?? ''),
        since: more.since,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!inserted)
      throw new Problem('malformed', '这名鉴定人或执业编号刚刚被另一机构登记。', {
        issues: [{ path: 'practiceNo', detail: '请核对执业编号' }],
      })
    await tx
      .insertInto('appraiser_field')
      .values(
        input.fields.map(({ ipType, field }) => ({
          appraiser_id: input.accountId,
          ip_type: ipType,
          wipo_field: field ?? ('' as const),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await enterInRegister({ tx, today, note }, [{ appraiser: input.accountId }])
    return { practiceNo }
  },
})

/** Where the person, or someone with the same practice number, is registered already. */
async function placeOfRegistration(tx: Tx, accountId: string, practiceNo: string): Promise<string | null> {
  const found = await tx
    .selectFrom('appraiser')
    .innerJoin('organisation', 'organisation.id', 'appraiser.institution_id')
    .select('organisation.name')
    .where((where) =>
      where.or([where('appraiser.id', '=', accountId), where('practice_no', '=', practiceNo)]),
    )
    .executeTakeFirst()
  return found?.name ?? null
}

async function nextPracticeNo(tx: Tx, institution: { id: string; directory_no: string }): Promise<string> {
  const { n } = await tx
    .selectFrom('appraiser')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('institution_id', '=', institution.id)
    .executeTakeFirstOrThrow()
  return `${institution.directory_no}-${String(n + 1).padStart(3, '0')}`
}
