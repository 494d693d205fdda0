import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { spokenDate } from '#law/working-days/calendar-date.ts'
import { deadline } from '#law/working-days/clock.ts'
import { concludeAgreement as endpoint } from '../contract/agreement.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient, tellInstitution } from '../notices/tell.ts'
import { courtLimitNotExceeded, feeSettled, signedByBothSides } from '../rules/agreement.ts'
import { clockFacts, limitOf } from '../rules/main-clock.ts'
import { institutionDesk } from '../rules/who.ts'
import { lockCase, moveCase } from '../store.ts'

/** Both sides are bound and the fee is settled: the agreement takes effect today and the main clock starts. */
export const concludeAgreement = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const row = await lockCase(tx, target.id, actor)
    const signatures = await tx
      .selectFrom('case_signature')
      .select(['side', 'kind'])
      .where('case_id', '=', row.id)
      .execute()
    const fee = await tx
      .selectFrom('case_fee')
      .select('outcome')
      .where('case_id', '=', row.id)
      .executeTakeFirst()
    return { row, signatures, fee, today: beijingDate(now) }
  },
  allow: institutionDesk,
  fires: { machine: caseLife, event: 'conclude-agreement', state: ({ row }) => row.state },
  rules: [signedByBothSides, feeSettled, courtLimitNotExceeded],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, to, today, now, chance }) {
    const limit = limitOf(row, today)
    const started = { started_on: today, limit_days: limit.days }
    await tx
      .insertInto('case_clock')
      .values({
        case_id: row.id,
        ...started,
        limit_source: limit.source,
        basis: limit.basis,
        parameter: JSON.stringify(limit.parameter),
      })
      .execute()
    await moveCase(tx, row.id, to)
    const { due, provisional } = deadline(clockFacts(started, [], []))
    const dueOn = due ?? today // a clock without stops always has a date
    const told = {
      tx,
      chance,
      now,
      row,
      title: '鉴定协议已生效',
      body: `鉴定期限${limit.days}个工作日，${spokenDate(dueOn)}到期${provisional ? '（暂定）' : ''}。`,
    }
    await tellClient({ ...told, at: '/agreement' })
    await tellInstitution({ ...told, body: `${told.body}请组建鉴定组。`, at: '/team' }, 'INSTITUTION_ADMIN')
    return { state: to, startedOn: today, limit: limit.days, due: dueOn, provisional }
  },
  record: ({ output }) => ({ startedOn: output.startedOn, limit: output.limit, due: output.due }),
})
