import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import { warnDays } from '#law/parameters.ts'
import { deadline, remainingWorkingDays, warnLevel } from '#law/working-days/clock.ts'
import type { CaseClock } from '../contract/clock.ts'
import { clockFacts, courtSubmissionDue } from '../rules/main-clock.ts'
import type { CaseRow } from '../store.ts'

type Clocked = Pick<CaseRow, 'id' | 'state' | 'profile' | 'opened_at'>

const over: readonly string[] = ['ISSUED', 'DELIVERED', 'CLOSED', 'TERMINATED', 'WITHDRAWN']

/** The clock of a case in such a state runs no more: lists need not compute it. */
export function clockIsOver(state: string): boolean {
  return over.includes(state)
}

/** The main clock of one case on a Beijing day. */
export async function clockOf(db: ReadDb, caseId: string, today: string): Promise<CaseClock> {
  const row = await db
    .selectFrom('appraisal_case')
    .select(['id', 'state', 'profile', 'opened_at'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const clocks = await clocksOf(db, [row], today)
  const clock = clocks.get(caseId)
  if (!clock) throw new Error(`no clock was computed for case ${caseId}`)
  return clock
}

/** The clocks of many cases by three questions, for lists. */
export async function clocksOf(
  db: ReadDb,
  rows: readonly Clocked[],
  today: string,
): Promise<ReadonlyMap<string, CaseClock>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const [started, stops, extensions, plans] = await Promise.all([
    db.selectFrom('case_clock').selectAll().where('case_id', 'in', ids).execute(),
    db.selectFrom('case_suspension').selectAll().where('case_id', 'in', ids).orderBy('no').execute(),
    db
      .selectFrom('case_extension')
      .innerJoin('account as asker', 'asker.id', 'requested_by')
      .leftJoin('account as decider', 'decider.id', 'decided_by')
      .selectAll('case_extension')
      .select(['asker.name as asker_name', 'decider.name as decider_name'])
      .where('case_id', 'in', ids)
      .orderBy('no')
      .execute(),
    db.selectFrom('case_plan').select(['case_id', 'approved_at']).where('case_id', 'in', ids).execute(),
  ])
  return new Map(
    rows.map((row) => {
      const of = <T extends { case_id: string }>(all: readonly T[]) =>
        all.filter(({ case_id }) => case_id === row.id)
      const sent = of(plans)[0]?.approved_at ?? null
      return [
        row.id,
        clock(row, { started: of(started)[0], stops: of(stops), extensions: of(extensions), sent }, today),
      ]
    }),
  )
}

interface Found {
  readonly started: { started_on: string; limit_days: number; basis: string } | undefined
  readonly stops: readonly {
    no: number
    ground: string
    reason: string
    from_on: string
    expected_end: string
    until_on: string | null
    resume_note: string | null
  }[]
  readonly extensions: readonly {
    no: number
    state: 'REQUESTED' | 'APPROVED' | 'REFUSED'
    days: number
    reason: string
    explanation: string
    requested_on: string
    decided_on: string | null
    decided_for: string | null
    decision_note: string | null
    asker_name: string
    decider_name: string | null
  }[]
  readonly sent: Date | null
}

function clock(row: Clocked, { started, stops, extensions, sent }: Found, today: string): CaseClock {
  const submission = courtSubmissionDue(row, beijingDate(row.opened_at))
  const ledgers = {
    suspensions: stops.map((stop) => ({
      no: stop.no,
      ground: stop.ground,
      reason: stop.reason,
      from: stop.from_on,
      expectedEnd: stop.expected_end,
      until: stop.until_on,
      note: stop.resume_note,
    })),
    extensions: extensions.map((each) => ({
      no: each.no,
      state: each.state,
      days: each.days,
      reason: each.reason,
      explanation: each.explanation,
      requestedBy: each.asker_name,
      requestedOn: each.requested_on,
      decidedBy: each.decider_name,
      decidedOn: each.decided_on,
      note: each.decision_note,
    })),
    courtSubmission: submission
      ? {
          due: submission.due ?? '',
          provisional: submission.provisional,
          sentOn: sent ? beijingDate(sent) : null,
          lines: [...submission.lines],
        }
      : null,
  }
  if (!started)
    return {
      running: clockIsOver(row.state) ? 'ended' : 'not-started',
      startedOn: null,
      due: null,
      total: null,
      workingDaysLeft: null,
      provisional: false,
      warn: null,
      lines: [],
      basis: null,
      ...ledgers,
    }
  const facts = clockFacts(started, stops, extensions)
  const { due, provisional, total, lines } = deadline(facts)
  const ended = clockIsOver(row.state)
  const left = ended ? null : remainingWorkingDays(facts, today)
  return {
    running: ended ? 'ended' : row.state === 'SUSPENDED' ? 'suspended' : 'running',
    startedOn: started.started_on,
    due,
    total,
    workingDaysLeft: left,
    provisional,
    warn: left === null || due === null ? null : warnLevel(left, warnDays(today)),
    lines: [...lines, `时限依据：${started.basis}`],
    basis: started.basis,
    ...ledgers,
  }
}
