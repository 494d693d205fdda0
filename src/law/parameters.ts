import type { Clause } from '#kernel/law.ts'
import { civilEvidence } from './civil-evidence-2019.ts'
import { commissionAppraisal } from './commission-appraisal-2020.ts'
import { forensicProcedure } from './forensic-procedure-2016.ts'
import { guangdong } from './guangdong-2022.ts'
import { houseRules } from './house-rules.ts'
import type { ProcedureProfile } from './terms/entrusting-type.ts'

export type ParameterUnit =
  | 'working-day'
  | 'calendar-day'
  | 'month'
  | 'year'
  | 'person'
  | 'institution'
  | 'case'
  | 'times'
  | 'per-minute'
  | 'minute'

/** A number that an authority may change: value, clause and the Beijing dates between which it holds (both inclusive). */
export interface Parameter {
  readonly id: ParameterId
  readonly title: string
  readonly value: number
  readonly unit: ParameterUnit
  readonly source: Clause
  /** Profiles it applies to; absent means all. */
  readonly profiles?: readonly ProcedureProfile[]
  readonly from: string
  readonly until?: string
  readonly certainty: 'confirmed' | 'analogous' | 'uncertain'
}

const titles = {
  'intake-decision': '受理决定期限',
  'main-limit': '鉴定时限',
  'main-limit-complex': '重大疑难复杂事项的鉴定时限',
  'extension-max': '每次延长的上限',
  'extension-count': '可延长次数',
  'court-submission': '向法院提交方案等材料的期限',
  'hearing-notice': '出庭通知期限',
  'recusal-notice': '申请回避的期间',
  'min-appraisers': '每一事项的鉴定人数下限',
  'min-appraisers-per-scope': '每项业务范围的鉴定人数下限',
  'min-reviewers': '复核人数下限',
  'min-reviewers-complex': '复杂事项或者重新鉴定的复核人数下限',
  'on-site-staff': '现场提取的工作人员数下限',
  'warn-first': '首次临期提醒',
  'warn-second': '再次临期提醒',
  'warn-last': '最后临期提醒',
  'archive-limit': '办结后归档期限',
  retention: '档案保存期限',
  'reset-confirmation': '登录凭据重置后的确认期限',
  'draw-opening': '抽签的开封期限',
  'draw-candidates': '抽签的候选机构数下限',
  'selection-answer': '被选机构的答复期限',
  'institution-open-cases': '机构在办案件数达到即不再列入候选',
  'conflict-years': '利害关系核查回溯的年限',
  'verification-lookups': '每一来源按编号与验证码查询的频率上限',
  'sealed-reading': '同一人重复查阅同一密封材料并为一条留痕的时间',
  'entry-error-answer': '名录纠错的答复期限',
  'listing-term': '列入名录的有效期',
  'renewal-window': '届满前可以申请延续的期间',
  'removal-bar': '移出名录后不得重新申请的期间',
  'standard-consultation': '标准征求意见的最短期间',
  'min-assessors': '贯标现场评定人数下限',
  'correction-limit': '不符合项整改期限',
  'conformity-term': '贯标证书有效期',
  'conformity-renewal-notice': '贯标证书期满前的提醒',
} as const

export type ParameterId = keyof typeof titles

const notCourtCivil: readonly ProcedureProfile[] = ['CRIMINAL', 'ADMIN', 'ARB_MED', 'PARTY']
const courtCivil: readonly ProcedureProfile[] = ['COURT_CIVIL']

type Row = Omit<Parameter, 'id' | 'title' | 'from'> & { readonly from?: string }

/** House values hold from before the platform opened, so that demonstrations of the past have them. */
const houseFrom = '2020-01-01'

const rows: readonly (readonly [ParameterId, Row])[] = [
  ['intake-decision', analogous(7, 'working-day', guangdong.clause('第27条'), guangdong.inForceFrom)],
  [
    'intake-decision',
    { ...analogous(7, 'working-day', forensicProcedure.clause('第13条'), '2016-05-01'), until: '2022-06-30' },
  ],
  [
    'main-limit',
    {
      ...analogous(30, 'working-day', forensicProcedure.clause('第28条'), '2016-05-01'),
      profiles: notCourtCivil,
    },
  ],
  ['main-limit', courtRow(30, '第13条', 'confirmed')],
  ['main-limit-complex', courtRow(60, '第13条', 'confirmed')],
  [
    'extension-max',
    {
      ...analogous(30, 'working-day', forensicProcedure.clause('第28条'), '2016-05-01'),
      profiles: notCourtCivil,
    },
  ],
  [
    'extension-count',
    { ...analogous(1, 'times', forensicProcedure.clause('第28条'), '2016-05-01'), profiles: notCourtCivil },
  ],
  ['court-submission', courtRow(5, '第8条', 'uncertain')],
  [
    'hearing-notice',
    {
      value: 3,
      unit: 'calendar-day',
      source: civilEvidence.clause('第79条'),
      profiles: courtCivil,
      from: civilEvidence.inForceFrom,
      certainty: 'confirmed',
    },
  ],
  ['recusal-notice', house(3, 'working-day', 'H-11', 'uncertain')],
  ['min-appraisers', analogous(2, 'person', forensicProcedure.clause('第19条'), '2016-05-01')],
  ['min-appraisers-per-scope', analogous(3, 'person', guangdong.clause('第10条'), houseFrom)],
  ['min-reviewers', analogous(1, 'person', forensicProcedure.clause('第35条'), '2016-05-01')],
  ['min-reviewers-complex', analogous(3, 'person', forensicProcedure.clause('第35条'), '2016-05-01')],
  ['on-site-staff', analogous(2, 'person', forensicProcedure.clause('第24条'), '2016-05-01')],
  ['warn-first', house(10, 'working-day', 'H-04')],
  ['warn-second', house(5, 'working-day', 'H-04')],
  ['warn-last', house(1, 'working-day', 'H-04')],
  ['archive-limit', house(3, 'month', 'O-26', 'uncertain')],
  ['retention', analogous(30, 'year', guangdong.clause('第51条'), houseFrom)],
  ['reset-confirmation', house(3, 'working-day', 'H-15', 'uncertain')],
  ['draw-opening', house(2, 'working-day', 'L-02', 'uncertain')],
  ['draw-candidates', house(2, 'institution', 'L-02', 'uncertain')],
  ['selection-answer', house(3, 'working-day', 'L-03', 'uncertain')],
  ['institution-open-cases', house(100, 'case', 'L-04', 'uncertain')],
  ['conflict-years', house(3, 'year', 'L-04', 'uncertain')],
  ['verification-lookups', house(10, 'per-minute', 'H-03')],
  ['sealed-reading', house(10, 'minute', 'H-07')],
  ['listing-term', house(5, 'year', 'D-01', 'uncertain')],
  ['renewal-window', house(90, 'calendar-day', 'D-01', 'uncertain')],
  ['removal-bar', house(3, 'year', 'D-03', 'uncertain')],
  ['entry-error-answer', house(10, 'working-day', 'D-11', 'uncertain')],
  ['standard-consultation', house(30, 'calendar-day', 'S-02', 'uncertain')],
  ['min-assessors', house(2, 'person', 'S-03', 'uncertain')],
  ['correction-limit', house(20, 'working-day', 'S-04', 'uncertain')],
  ['conformity-term', house(3, 'year', 'S-05', 'uncertain')],
  ['conformity-renewal-notice', house(60, 'calendar-day', 'S-05', 'uncertain')],
]

/** Every dated value, for the generated table of rules and parameters. */
export const parameters: readonly Parameter[] = rows.map(([id, row]) => ({
  id,
  title: titles[id],
  from: houseFrom,
  ...row,
}))

/** The parameter as in force on a Beijing date (YYYY-MM-DD) for a profile; undefined where none applies. */
export function parameterIfAny(
  id: ParameterId,
  on: string,
  profile?: ProcedureProfile,
): Parameter | undefined {
  return parameters.find(
    (each) =>
      each.id === id &&
      each.from <= on &&
      on <= (each.until ?? '9999') &&
      (each.profiles === undefined || (profile !== undefined && each.profiles.includes(profile))),
  )
}

/** As `parameterIfAny`, for parameters that must exist: a missing one is a defect and throws. */
export function parameterAt(id: ParameterId, on: string, profile?: ProcedureProfile): Parameter {
  const found = parameterIfAny(id, on, profile)
  if (!found) throw new Error(`no parameter ${id} on ${on} for ${profile ?? 'any profile'}`)
  return found
}

/** Remaining working days at which a person is warned, most distant first. */
export function warnDays(on: string): readonly number[] {
  return (['warn-first', 'warn-second', 'warn-last'] as const).map((id) => parameterAt(id, on).value)
}

function analogous(value: number, unit: ParameterUnit, source: Clause, from: string): Row {
  return { value, unit, source, from, certainty: 'analogous' }
}

function courtRow(value: number, article: '第8条' | '第13条', certainty: Row['certainty']): Row {
  const { inForceFrom } = commissionAppraisal
  return {
    value,
    unit: 'working-day',
    source: commissionAppraisal.clause(article),
    profiles: courtCivil,
    from: inForceFrom,
    certainty,
  }
}

function house(
  value: number,
  unit: ParameterUnit,
  key: Parameters<typeof houseRules.clause>[0],
  certainty: Row['certainty'] = 'confirmed',
): Row {
  return { value, unit, source: houseRules.clause(key), certainty }
}
