import type { NotNull } from 'kysely'
import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { addWorkingDays, workingDaysBetween } from '#law/working-days/count.ts'
import type { WorkItem } from '#modules/work/contract.ts'
import { confirmersOf } from '../credentials/reset-confirmers.ts'
import { credentialsLife } from '../lifecycle.ts'
import { signingRoles } from '../rules.ts'

/** Resets that wait for this person's confirmation, of people who sign. */
export async function waitingResets(db: ReadDb, actor: Actor, today: string): Promise<WorkItem[]> {
  const everywhere = actor.roles.includes('SYSTEM_ADMIN')
  if (!everywhere && !actor.roles.includes('INSTITUTION_HEAD')) return []
  const rows = await openResets(db, everywhere ? null : actor.organisationId)
  const found = await Promise.all(
    rows.map(async (row) => {
      const confirmers = await confirmersOf(db, row)
      return confirmers.some(({ accountId }) => accountId === actor.accountId) ? [item(row, today)] : []
    }),
  )
  return found.flat()
}

type Row = Awaited<ReturnType<typeof openResets>>[number]

function openResets(db: ReadDb, organisationId: string | null) {
  const rows = db
    .selectFrom('account')
    .innerJoin('account as resetter', 'resetter.id', 'account.reset_by')
    .select([
      'account.id',
      'account.organisation_id',
      'account.login',
      'account.name',
      'account.reset_by',
      'account.reset_at',
      'resetter.name as by',
    ])
    .where('account.credentials', '=', 'reset')
    .where('account.state', '=', 'active')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('account_role')
          .select('role')
          .whereRef('account_id', '=', 'account.id')
          .where('role', 'in', signingRoles),
      ),
    )
    .orderBy('account.reset_at')
    .limit(200)
    .$narrowType<{ reset_at: NotNull }>()
  return (
    organisationId === null ? rows : rows.where('account.organisation_id', '=', organisationId)
  ).execute()
}

function item({ id, login, name, reset_at, by }: Row, today: string): WorkItem {
  const from = beijingDate(reset_at)
  const { value, source } = parameterAt('reset-confirmation', from)
  const { date, provisional } = addWorkingDays(from, value)
  const left = workingDaysBetween(today, date)
  return {
    id: `account/${id}/confirm-reset`,
    kind: '确认凭据重置',
    title: `确认${name}的登录凭据重置`,
    number: login,
    state: credentialsLife.states.reset,
    due: date,
    workingDaysLeft: left,
    provisional,
    dueBecause: [`${from} 由${by}重置，自次日起 ${value} 个工作日内确认（${source.id}）`],
    why: `${by}重置了${name}的登录凭据；确认之前他不能登记签名密钥`,
    link: `/accounts/${id}`,
    urgent: left <= 1,
  }
}
