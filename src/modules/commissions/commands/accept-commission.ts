import { command } from '#kernel/command.ts'
import { toJson } from '#kernel/json.ts'
import { caseCodeWithCheckDigit } from '#law/identifiers/case-code.ts'
import { ipTypeDigits } from '#law/terms/ip-type.ts'
import { openCase } from '#modules/cases/module.ts'
import { qualificationSnapshot, standingOf } from '#modules/directory/module.ts'
import { notify } from '#modules/notices/module.ts'
import { nextNumber } from '#modules/numbers/module.ts'
import { accept as endpoint } from '../contract/endpoints.ts'
import { commissionLife } from '../lifecycle.ts'
import {
  institutionMayTakeCases,
  intakeChecksDone,
  noParallelCommission,
  notExcludedMatter,
  positiveMatterChosen,
  specialisedFactOnly,
  withinBusinessScope,
} from '../rules/acceptance.ts'
import { intakeOfInstitution } from '../rules/who.ts'
import { type CommissionRow, lockCommission, relatedCommissions } from '../store.ts'

/** Accepts: issues the unified case code, freezes the institution's qualification as of today and opens the case. */
export const acceptCommission = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const commission = await lockCommission(tx, target.id, actor)
    return {
      commission,
      standing: await standingOf(tx, commission.institution_id, asked(commission, now)),
      related: await relatedCommissions(tx, commission),
    }
  },
  allow: intakeOfInstitution,
  fires: { machine: commissionLife, event: 'accept', state: ({ commission }) => commission.state },
  rules: [institutionMayTakeCases, withinBusinessScope],
  formRules: [
    noParallelCommission,
    specialisedFactOnly,
    notExcludedMatter,
    positiveMatterChosen,
    intakeChecksDone,
  ],
  subject: ({ input }) => ({ type: 'commission', id: input.id, matter: input.id }),
  async run({ tx, facts: { commission, standing }, input, actor, now, today, chance }) {
    const year = Number(today.slice(0, 4))
    const caseCode = caseCodeWithCheckDigit({
      year,
      region: standing.region,
      institution: Number(standing.serial),
      ipType: ipTypeDigits[commission.ip_type],
      serial: await nextNumber(tx, `case:${commission.institution_id}:${year}`),
    })
    const qualification = await qualificationSnapshot(tx, commission.institution_id, asked(commission, now))
    await tx
      .updateTable('commission')
      .set({
        state: 'ACCEPTED',
        case_code: caseCode,
        decided_at: now,
        decided_by: actor.accountId,
        decision: JSON.stringify({ kind: 'accepted', matter: input.matter, note: input.note }),
        qualification: JSON.stringify(qualification),
      })
      .where('id', '=', commission.id)
      .executeTakeFirstOrThrow()
    await openCase(tx, { id: commission.id, code: caseCode, commission, now })
    await notify(tx, {
      chance,
      now,
      matter: commission.id,
      to: { accountId: commission.entrusted_by },
      title: `受理通知：${commission.title}`,
      body: `${actor.organisation}已受理，统一案件编码 ${caseCode}。请签订鉴定协议。`,
      link: `/app/cases/${commission.id}`,
      document: 'acceptance',
    })
    return { id: commission.id, state: 'ACCEPTED', caseCode, qualification }
  },
  record: ({ output }) => ({ caseCode: output.caseCode, qualification: toJson(output.qualification) }),
})

function asked({ ip_type: ipType, form: { field } }: CommissionRow, on: Date) {
  return { ipType, field, on }
}
