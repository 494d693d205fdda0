import { parameterAt } from '#law/parameters.ts'
import { suspensionGround } from '#law/terms/interruption.ts'
import { type ClockFacts, deadline } from '#law/working-days/clock.ts'
import type { CaseRow } from '../store.ts'

export interface Limit {
  readonly days: number
  readonly source: 'AGREED' | 'PARAMETER'
  /** Said to people: where the number comes from. */
  readonly basis: string
  /** The dated value that was used, kept with the case. */
  readonly parameter: object
}

/** K-01, K-02: the limit agreed in the commission wins; otherwise the dated parameter of the profile. */
export function limitOf(row: Pick<CaseRow, 'profile' | 'complex' | 'agreed_limit'>, on: string): Limit {
  const complex = row.profile === 'COURT_CIVIL' && row.complex
  const parameter = parameterAt(complex ? 'main-limit-complex' : 'main-limit', on, row.profile)
  const { id, value, unit, from, certainty, source } = parameter
  const used = { id, value, unit, from, certainty, clause: source.id }
  if (row.agreed_limit !== null)
    return {
      days: row.agreed_limit,
      source: 'AGREED',
      basis: `委托书约定${row.agreed_limit}个工作日`,
      parameter: used,
    }
  const likewise = certainty === 'analogous' ? '，参照适用' : ''
  return {
    days: value,
    source: 'PARAMETER',
    basis: `${source.title}${source.key}（${source.heading}${likewise}）`,
    parameter: used,
  }
}

interface Started {
  readonly started_on: string
  readonly limit_days: number
}
interface Stop {
  readonly ground: string
  readonly from_on: string
  readonly until_on: string | null
}
interface Extension {
  readonly state: string
  readonly days: number
  readonly decided_on: string | null
  readonly decided_for: string | null
}

/** The rows of a case's clock as the engine reads them. */
export function clockFacts(
  started: Started,
  stops: readonly Stop[],
  extensions: readonly Extension[],
): ClockFacts {
  const grounds: Readonly<Record<string, string>> = suspensionGround.labels
  return {
    start: started.started_on,
    startsWith: '鉴定协议生效',
    limit: started.limit_days,
    stops: stops.map(({ ground, from_on, until_on }) => ({
      from: from_on,
      reason: grounds[ground] ?? ground,
      ...(until_on === null ? {} : { until: until_on }),
    })),
    extensions: extensions.flatMap(({ state, days, decided_on, decided_for }) =>
      state === 'APPROVED' && decided_on !== null && decided_for !== null
        ? [{ days, decidedOn: decided_on, by: decided_for }]
        : [],
    ),
  }
}

/** a civil court is sent plan, fees, appraisers and commitments within some days of acceptance. */
export function courtSubmissionDue(row: Pick<CaseRow, 'profile'>, acceptedOn: string) {
  if (row.profile !== 'COURT_CIVIL') return undefined
  const limit = parameterAt('court-submission', acceptedOn, row.profile).value
  return deadline({ start: acceptedOn, startsWith: '受理委托', limit })
}
