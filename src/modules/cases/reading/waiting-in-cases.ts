import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import type { WorkItem } from '#modules/work/contract.ts'
import type { CaseState } from '../lifecycle.ts'
import { needsConsent } from '../rules/plan.ts'
import { coveringNotice } from '../rules/recusal.ts'
import { visibleCases } from './case-rows.ts'
import { caseWaiting } from './case-waiting.ts'
import { clocksOf } from './clock-of.ts'
import { type TaskFacts, tasksOf } from './tasks-of.ts'

const before: readonly CaseState[] = [
  'ACCEPTED',
  'TEAM_FORMING',
  'PLANNED',
  'IN_PROGRESS',
  'SUSPENDED',
  'DRAFTING',
  'UNDER_REVIEW',
]
const MOST = 300

/** What waits for this person in cases, oldest case first; each with the case's deadline and the sum behind it. */
export async function waitingInCases(db: ReadDb, actor: Actor, today: string): Promise<WorkItem[]> {
  if (actor.kind !== 'person' || actor.organisationId === null) return []
  const rows = await visibleCases(db, actor, {})
    .selectAll('appraisal_case')
    .where('state', 'in', before)
    .orderBy('opened_at')
    .limit(MOST)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [facts, clocks] = [await taskFacts(db, ids), await clocksOf(db, rows, today)]
  return rows.flatMap((row) => {
    const clock = clocks.get(row.id)
    const open = clock?.suspensions.find(({ until }) => until === null)
    const side =
      actor.organisationId === row.institution_id
        ? 'INSTITUTION'
        : actor.organisationId === row.entrusting_organisation_id
          ? 'ENTRUSTING'
          : 'NONE'
    const known = facts(row.id)
    const tasks = tasksOf(
      {
        ...known,
        state: row.state,
        minimum: parameterAt('min-appraisers', today, row.profile).value,
        suspensionOverdue: open !== undefined && open.expectedEnd <= today,
      },
      { accountId: actor.accountId ?? '', side, roles: actor.roles },
    )
    return tasks.map(({ what, why, at }) => caseWaiting(row, clock, { kind: what, why, at }))
  })
}

type Known = Omit<TaskFacts, 'state' | 'minimum' | 'suspensionOverdue'>

/** One question per table for all cases, then the facts of each. */
async function taskFacts(db: ReadDb, ids: readonly string[]): Promise<(id: string) => Known> {
  const of = <T extends { case_id: string }>(rows: readonly T[]) => {
    const groups = new Map<string, T[]>()
    for (const row of rows) groups.set(row.case_id, [...(groups.get(row.case_id) ?? []), row])
    return (id: string): readonly T[] => groups.get(id) ?? []
  }
  const [signatures, fees, members, reviewers, notices, recusals, extensions, plans, records, waivers] =
    await Promise.all([
      db
        .selectFrom('case_signature')
        .select(['case_id', 'side'])
        .where('case_id', 'in', ids)
        .execute()
        .then(of),
      db.selectFrom('case_fee').select('case_id').where('case_id', 'in', ids).execute().then(of),
      db
        .selectFrom('case_member')
        .innerJoin('account', 'account.id', 'account_id')
        .select(['case_id', 'account_id', 'account.name', 'lead', 'commitment_signed_at'])
        .where('case_id', 'in', ids)
        .where('left_at', 'is', null)
        .execute()
        .then(of),
      db
        .selectFrom('case_assignment')
        .select('case_id')
        .where('case_id', 'in', ids)
        .where('duty', '=', 'REVIEWER')
        .where('ended_at', 'is', null)
        .execute()
        .then(of),
      db
        .selectFrom('case_recusal_notice')
        .select(['case_id', 'members', 'ends_on'])
        .where('case_id', 'in', ids)
        .orderBy('no')
        .execute()
        .then(of),
      db
        .selectFrom('case_recusal')
        .select(['case_id', 'state', 'account_id'])
        .where('case_id', 'in', ids)
        .execute()
        .then(of),
      db
        .selectFrom('case_extension')
        .select('case_id')
        .where('case_id', 'in', ids)
        .where('state', '=', 'REQUESTED')
        .execute()
        .then(of),
      db
        .selectFrom('case_plan')
        .select(['case_id', 'steps', 'consent'])
        .where('case_id', 'in', ids)
        .execute()
        .then(of),
      db
        .selectFrom('case_record')
        .select(['case_id', 'step_no'])
        .where('case_id', 'in', ids)
        .execute()
        .then(of),
      db
        .selectFrom('case_step_waiver')
        .select(['case_id', 'step_no'])
        .where('case_id', 'in', ids)
        .execute()
        .then(of),
    ])
  return (id) => {
    const team = members(id).map(({ account_id, name, lead, commitment_signed_at }) => ({
      accountId: account_id,
      name,
      lead,
      committed: commitment_signed_at !== null,
    }))
    const plan = plans(id)[0]
    const done = new Set([...records(id), ...waivers(id)].map(({ step_no }) => step_no))
    const served = notices(id).map((notice) => ({ members: notice.members, endsOn: notice.ends_on }))
    return {
      signed: signatures(id).map(({ side }) => side),
      feeSettled: fees(id).length > 0,
      members: team,
      reviewersNamed: reviewers(id).length > 0,
      noticeCovers: coveringNotice({ notices: served, members: team }) !== undefined,
      openRecusal: recusals(id).some(({ state }) => state === 'OPEN'),
      recusedPresent: recusals(id).some(
        ({ state, account_id }) =>
          state === 'GRANTED' && team.some(({ accountId }) => accountId === account_id),
      ),
      extensionAsked: extensions(id).length > 0,
      plan: plan && { consentOpen: plan.consent === null && needsConsent(plan.steps).length > 0 },
      openSteps: (plan?.steps ?? []).filter(({ no }) => !done.has(no)).map(({ no, who }) => ({ no, who })),
    }
  }
}
