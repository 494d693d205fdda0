import { rule } from '#kernel/rule.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { provinceOf } from '#law/identifiers/region.ts'
import {
  checkStandardNumber,
  kindOfStandardNumber,
  provinceOfStandardNumber,
} from '#law/identifiers/standard-number.ts'
import { type StandardKind, standardKind } from '#law/terms/standard.ts'

interface Numbered {
  readonly input: { readonly number: string }
}

export const standardNumberValid = rule<Numbered>({
  id: 'standard-number-valid',
  brief: 'S-01',
  says: '标准编号须由代号、顺序号和年份组成，通过校验',
  basis: [houseRules.clause('H-01'), houseRules.clause('S-01')],
  check: ({ input: { number } }) => {
    if (number === '') return 'not-applicable'
    const checked = checkStandardNumber(number)
    if (checked.ok === 'doubtful') return { warn: checked.warn, field: 'number' }
    return checked.ok ? 'pass' : { fail: checked.reason, remedy: '请对照标准封面改正', field: 'number' }
  },
})

/** What the number says of kind and province must be what is entered. */
export const numberFitsKind = rule<
  Numbered & { readonly standard: { readonly kind: StandardKind; readonly region: string | null } }
>({
  id: 'standard-number-fits-kind',
  brief: '2.2.2b',
  says: '编号的代号须与标准类别、地方标准的地区相符',
  basis: [guidingOpinion.clause('二（二）2'), houseRules.clause('S-01')],
  check: ({ input, standard: { kind, region } }) => {
    const checked = checkStandardNumber(input.number)
    if (checked.ok === false) return 'not-applicable'
    const told = kindOfStandardNumber(checked.value)
    if (told !== kind)
      return {
        fail: `编号“${checked.value}”是${standardKind.label(told)}的编号，登记的类别是${standardKind.label(kind)}`,
        remedy: '请核对编号与类别',
        field: 'number',
      }
    const province = provinceOfStandardNumber(checked.value)
    return province === undefined || region?.startsWith(province)
      ? 'pass'
      : {
          fail: `编号的地区是${provinceOf(province) ?? province}，与登记的行政区划不符`,
          remedy: '请填写发布该地方标准的行政区划代码',
          field: 'region',
        }
  },
})

export const localHasRegion = rule<{
  readonly input: { readonly kind: StandardKind; readonly region: string }
}>({
  id: 'local-standard-has-region',
  brief: '2.2.2b',
  says: '地方标准须写明地区，其他标准不写',
  basis: [guidingOpinion.clause('二（二）2')],
  check: ({ input: { kind, region } }) => {
    if (kind !== 'LOCAL')
      return region === ''
        ? 'pass'
        : { fail: '只有地方标准限于一个地区', remedy: '请清空行政区划代码', field: 'region' }
    return provinceOf(region) === undefined
      ? { fail: '地方标准没有写明有效的地区', remedy: '请填写6位行政区划代码', field: 'region' }
      : 'pass'
  },
})

/** The address is taken by the number or typed; two standards never share one. */
export const standardNotYetThere = rule<{ readonly taken: { readonly title: string } | null }>({
  id: 'standard-registered-once',
  brief: '2.2.1',
  says: '一项标准只登记一次',
  basis: [guidingOpinion.clause('二（二）1')],
  check: ({ taken }) =>
    taken
      ? {
          fail: `该编号或者代号已经登记：${taken.title}`,
          remedy: '请在已登记的标准上发布新版本；确为另一项标准的，请换一个代号',
          field: 'slug',
        }
      : 'pass',
})

interface Recorded {
  readonly input: {
    readonly number: string
    readonly certainty: 'confirmed' | 'analogous' | 'uncertain'
    readonly issuedOn?: string | undefined
    readonly effectiveFrom?: string | undefined
  }
  readonly today: string
}

/** Nothing half known passes as known. */
export const confirmedIsComplete = rule<Recorded>({
  id: 'confirmed-standard-complete',
  brief: 'S-01',
  says: '标为“已确认”的标准须有正式编号；没有编号的只能标为待核实',
  basis: [houseRules.clause('S-01')],
  check: ({ input }) =>
    input.certainty === 'confirmed' && input.number === ''
      ? {
          fail: '没有正式编号的标准不能标为“已确认”',
          remedy: '请填写编号，或者把把握程度改为“待核实”',
          field: 'certainty',
        }
      : 'pass',
})

export const recordedIsInForce = rule<Recorded>({
  id: 'recorded-standard-in-force',
  brief: '2.2.1',
  says: '登记为现行有效的标准，实施日期不在今日之后，也不早于发布日期',
  basis: [guidingOpinion.clause('二（二）1')],
  check: ({ input: { issuedOn, effectiveFrom }, today }) => {
    if (effectiveFrom === undefined) return 'not-applicable'
    if (effectiveFrom > today)
      return {
        fail: `实施日期 ${effectiveFrom} 还没有到`,
        remedy: '尚未实施的标准请先立项，批准后到期实施',
        field: 'effectiveFrom',
      }
    return issuedOn !== undefined && effectiveFrom < issuedOn
      ? { fail: '实施日期早于发布日期', remedy: '请核对两个日期', field: 'effectiveFrom' }
      : 'pass'
  },
})

export const clauseNumbersDiffer = rule<{
  readonly input: { readonly clauses: readonly { readonly no: string }[] }
}>({
  id: 'clause-numbers-differ',
  brief: '2.2.3a',
  says: '同一版本的条款号不得重复',
  basis: [guidingOpinion.clause('二（二）3')],
  check: ({ input: { clauses } }) => {
    const numbers = clauses.map(({ no }) => no)
    const index = numbers.findIndex((no, at) => numbers.indexOf(no) !== at)
    return index < 0
      ? 'pass'
      : {
          fail: `条款号“${numbers[index]}”出现了两次`,
          remedy: '请改正条款号',
          field: `clauses.${index}.no`,
        }
  },
})

/** What a command needs that takes clauses: the ids of all rules of the platform. */
export interface RuleBook {
  readonly ruleIds: () => ReadonlySet<string>
}

/** A clause that names a rule must name one that there is. */
export const namedRulesExist = rule<{
  readonly input: { readonly clauses: readonly { readonly rules: readonly string[] }[] }
  readonly ruleIds: ReadonlySet<string>
}>({
  id: 'clause-rules-exist',
  brief: '2.2.3c',
  says: '条款所对应的平台规则须存在',
  basis: [guidingOpinion.clause('二（二）3')],
  check: ({ input: { clauses }, ruleIds }) => {
    const strange = clauses.flatMap(({ rules }) => rules).filter((id) => !ruleIds.has(id))
    if (strange.length === 0) return 'pass'
    const index = clauses.findIndex(({ rules }) => rules.some((id) => !ruleIds.has(id)))
    return {
      fail: `没有这些规则：${[...new Set(strange)].join('、')}`,
      remedy: '规则代号见公开页“规则与条款”',
      field: `clauses.${index}.rules`,
    }
  },
})
