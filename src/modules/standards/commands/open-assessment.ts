import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { organisationOf } from '#modules/identity/module.ts'
import { openAssessment as endpoint } from '../contract/conformity.ts'
import { assessmentLife } from '../lifecycle.ts'
import { oneAssessmentAtATime, scopeWithinStandard, standardAssessable } from '../rules/conformity.ts'
import { assessedOffice } from '../rules/who.ts'
import { issuedVersion, lockStandard } from '../store.ts'

const underWayStates = ['SELF_ASSESSMENT', 'SUBMITTED', 'ON_SITE', 'REPORTED'] as const

/** An institution begins to measure itself by a standard; the text in force today is the one it is measured by. */
export const openAssessment = command({
  endpoint,
  load: async ({ actor }) => ({ institutionId: actor.organisationId ?? '' }),
  allow: assessedOffice,
  fires: { machine: assessmentLife, event: 'open', state: () => 'NEW' as const },
  async consider({ tx, input, facts }) {
    const row = await lockStandard(tx, input.standardId)
    const version = await issuedVersion(tx, row.id)
    const { assessable } = await tx
      .selectFrom('standard_clause')
      .select(({ fn }) => fn.countAll<number>().as('assessable'))
      .where('standard_id', '=', row.id)
      .where('version_no', '=', version?.no ?? 0)
      .where('bearing', '=', 'INSTITUTION')
      .executeTakeFirstOrThrow()
    const other = await tx
      .selectFrom('conformity_assessment')
      .select('id')
      .where('institution_id', '=', facts.institutionId)
      .where('standard_id', '=', row.id)
      .where('state', 'in', underWayStates)
      .executeTakeFirst()
    return {
      standard: { state: row.state, title: row.title, ipTypes: row.ip_types },
      versionNo: version?.no ?? 0,
      assessable: Number(assessable),
      underWay: other !== undefined,
    }
  },
  formRules: [standardAssessable, scopeWithinStandard, oneAssessmentAtATime],
  subject: ({ facts, output }) => ({
    type: 'conformity-assessment',
    id: output?.assessmentId ?? facts.institutionId,
  }),
  async run({ tx, facts: { institutionId }, more, input, actor, now, chance }) {
    const { region } = await organisationOf(tx, institutionId)
    if (!region) throw new Problem('malformed', '本单位没有登记行政区划，请先由系统管理员补登。')
    const assessmentId = chance.id()
    await tx
      .insertInto('conformity_assessment')
      .values({
        id: assessmentId,
        state: 'SELF_ASSESSMENT',
        institution_id: institutionId,
        province: region.slice(0, 2),
        standard_id: input.standardId,
        version_no: more.versionNo,
        ip_types: [...new Set(input.ipTypes)],
        opened_by: actor.accountId ?? '',
        opened_at: now,
      })
      .execute()
    return { assessmentId }
  },
})
