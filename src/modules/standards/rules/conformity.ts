import { rule } from '#kernel/rule.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { type IpType, ipType } from '#law/terms/ip-type.ts'
import type { ClauseVerdict } from '#law/terms/standard.ts'

const carryingOut = guidingOpinion.clause('二（二）3')
const names = (types: readonly IpType[]) => types.map((type) => ipType.label(type)).join('、')

interface Opening {
  readonly input: { readonly ipTypes: readonly IpType[] }
  readonly standard: { readonly state: string; readonly title: string; readonly ipTypes: readonly IpType[] }
  /** Clauses of the text in force that bind institutions. */
  readonly assessable: number
  readonly underWay: boolean
}

export const standardAssessable = rule<Opening>({
  id: 'standard-assessable',
  brief: '2.2.3b',
  says: '贯标依据现行有效、已登记机构条款的标准',
  basis: [carryingOut],
  check: ({ standard: { state, title }, assessable }) => {
    if (state !== 'EFFECTIVE')
      return { fail: `“${title}”不是现行有效的标准`, remedy: '请选择现行有效的标准', field: 'standardId' }
    return assessable > 0
      ? 'pass'
      : {
          fail: `“${title}”还没有登记约束机构的条款`,
          remedy: '请选择有机构条款的标准，或者请秘书处登记条款',
          field: 'standardId',
        }
  },
})

export const scopeWithinStandard = rule<Opening>({
  id: 'conformity-scope-within-standard',
  brief: '2.2.3b',
  says: '申请的适用范围不超出标准适用的知识产权类型',
  basis: [carryingOut],
  check: ({ input: { ipTypes }, standard }) => {
    const outside = ipTypes.filter((type) => !standard.ipTypes.includes(type))
    return outside.length === 0
      ? 'pass'
      : {
          fail: `该标准不适用于${names(outside)}`,
          remedy: `请在${names(standard.ipTypes)}中选择`,
          field: 'ipTypes',
        }
  },
})

export const oneAssessmentAtATime = rule<Opening>({
  id: 'one-assessment-at-a-time',
  brief: '2.2.3b',
  says: '同一机构对同一标准同时只有一次评定',
  basis: [carryingOut],
  check: ({ underWay }) =>
    underWay ? { fail: '本机构对该标准的评定正在进行', remedy: '请在该次评定中办理，或者先撤回' } : 'pass',
})

interface Clauses {
  readonly clauses: readonly {
    readonly no: string
    readonly own: ClauseVerdict | null
    readonly seen: ClauseVerdict | null
    /** Findings raised about it in this assessment. */
    readonly findings: number
  }[]
}

const numbers = (clauses: Clauses['clauses']) => clauses.map(({ no }) => no).join('、')

export const everyClauseAnswered = rule<Clauses>({
  id: 'every-clause-answered',
  brief: '2.2.3a',
  says: '自评逐条作答，不符合的条款先整改再提交',
  basis: [carryingOut],
  check: ({ clauses }) => {
    const open = clauses.filter(({ own }) => own === null)
    if (open.length > 0)
      return { fail: `还有条款没有作答：${numbers(open)}`, remedy: '请逐条写明符合程度、说明与证明材料' }
    const failing = clauses.filter(({ own }) => own === 'DOES_NOT')
    return failing.length === 0
      ? 'pass'
      : {
          warn: `自评为不符合：${numbers(failing)}`,
          remedy: '请整改后改为“符合”；确需现在提交的，写明理由',
        }
  },
})

export const everyClauseSeen = rule<Clauses>({
  id: 'every-clause-seen',
  brief: '2.2.3b',
  says: '现场评定逐条记录，判为不符合的条款须提出不符合项',
  basis: [carryingOut],
  check: ({ clauses }) => {
    const open = clauses.filter(({ seen }) => seen === null)
    if (open.length > 0)
      return { fail: `还有条款没有评定：${numbers(open)}`, remedy: '请逐条记录所见事实和判断' }
    const silent = clauses.filter(({ seen, findings }) => seen === 'DOES_NOT' && findings === 0)
    return silent.length === 0
      ? 'pass'
      : { fail: `判为不符合却没有提出不符合项：${numbers(silent)}`, remedy: '请就这些条款提出不符合项' }
  },
})

/** Clauses come from the very text by which the institution is assessed. */
export const clausesOfThisText = rule<{ readonly strangeClauses: number }>({
  id: 'clauses-of-this-text',
  brief: '2.2.3a',
  says: '作答和评定的条款须属于本次评定所依据的标准文本',
  basis: [carryingOut],
  check: ({ strangeClauses }) =>
    strangeClauses === 0
      ? 'pass'
      : { fail: '有条款不属于本次评定的标准文本', remedy: '请刷新页面，按所列条款填写' },
})

interface Naming {
  readonly input: { readonly assessors: readonly string[]; readonly visitOn: string }
  readonly named: readonly {
    readonly accountId: string
    readonly name: string
    readonly organisationId: string
    readonly ofAssociation: boolean
  }[]
  readonly institutionId: string
  readonly least: number
  readonly today: string
}

export const assessorsIndependent = rule<Naming>({
  id: 'assessors-independent',
  brief: '2.2.3b',
  says: '评定人员是行业自律组织的评审专家或者工作人员，不是被评定机构的人员',
  basis: [houseRules.clause('S-03'), carryingOut],
  check: ({ input, named, institutionId }) => {
    const fit = named.filter(
      ({ ofAssociation, organisationId }) => ofAssociation && organisationId !== institutionId,
    )
    const unfit = input.assessors.filter((id) => !fit.some(({ accountId }) => accountId === id))
    if (unfit.length === 0) return 'pass'
    const who = named.filter(({ accountId }) => unfit.includes(accountId)).map(({ name }) => name)
    return {
      fail: who.length > 0 ? `${who.join('、')}不能担任评定人员` : '有评定人员不存在或者已停用',
      remedy: '请从行业自律组织的评审专家和工作人员中指定',
      field: 'assessors',
    }
  },
})

export const enoughAssessors = rule<Naming>({
  id: 'enough-assessors',
  brief: '2.2.3b',
  says: '现场评定的人数不少于规定',
  basis: [houseRules.clause('S-03')],
  check: ({ input: { assessors }, least }) => {
    const many = new Set(assessors).size
    return many >= least
      ? 'pass'
      : { fail: `只指定了 ${many} 人，不少于 ${least} 人`, remedy: '请增加评定人员', field: 'assessors' }
  },
})

export const visitAhead = rule<Naming>({
  id: 'visit-not-in-past',
  brief: '2.2.3b',
  says: '现场评定安排在当日或者以后',
  basis: [carryingOut],
  check: ({ input: { visitOn }, today }) =>
    visitOn >= today
      ? 'pass'
      : { fail: `${visitOn} 已经过去`, remedy: '请另定现场评定日期', field: 'visitOn' },
})

/** Whoever took part in the assessment at any time leaves the decision to somebody else. */
export const decidedByAnother = rule<{ readonly decider: string; readonly everAssessed: readonly string[] }>({
  id: 'assessor-does-not-decide',
  brief: '2.2.3b',
  says: '参加现场评定的人员不作发证决定',
  basis: [houseRules.clause('S-03')],
  check: ({ decider, everAssessed }) =>
    everAssessed.includes(decider)
      ? { fail: '您参加了本次现场评定', remedy: '请由秘书处没有参加评定的人员决定' }
      : 'pass',
})

export const findingsClosed = rule<{
  readonly openFindings: readonly { readonly no: number; readonly clauseNo: string }[]
}>({
  id: 'findings-closed',
  brief: '2.2.3b',
  says: '不符合项全部关闭后才能发证',
  basis: [houseRules.clause('S-04'), carryingOut],
  check: ({ openFindings }) =>
    openFindings.length === 0
      ? 'pass'
      : {
          fail: `还有 ${openFindings.length} 个不符合项没有关闭：${openFindings.map(({ no, clauseNo }) => `第${no}项（${clauseNo}）`).join('、')}`,
          remedy: '由机构提交整改，评定人员确认后再决定；整改不到位的可以不予发证',
        },
})

export const certificateRunOut = rule<{
  readonly certificate: { readonly valid_until: string }
  readonly today: string
}>({
  id: 'certificate-run-out',
  brief: '2.1.1a',
  says: '证书在有效期最后一日的次日失效',
  basis: [houseRules.clause('S-05'), guidingOpinion.clause('二（一）1')],
  check: ({ certificate: { valid_until }, today }) =>
    today > valid_until
      ? 'pass'
      : { fail: `证书有效期到 ${valid_until}`, remedy: '到期之前失效的，只能撤销' },
})

/** Corrections answer a report, and end with the decision. */
export const reportIsIn = rule<{ readonly assessment: { readonly state: string } }>({
  id: 'correction-follows-report',
  brief: '2.2.3b',
  says: '整改和确认在评定报告提交之后、决定之前办理',
  basis: [houseRules.clause('S-04')],
  check: ({ assessment: { state } }) =>
    state === 'REPORTED'
      ? 'pass'
      : {
          fail: state === 'ON_SITE' ? '评定报告还没有提交' : '本次评定已经结束',
          remedy: state === 'ON_SITE' ? '请在评定报告提交以后办理' : '请查看评定结果',
        },
})
