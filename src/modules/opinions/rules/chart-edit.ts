import { rule } from '#kernel/rule.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import type { Claim, RowContent } from '../contract/chart.ts'
import type { ListedMaterial } from './chart.ts'
import { appraises, type Duties } from './who.ts'

interface SavedRow {
  readonly input: RowContent & { readonly rowId: string }
  readonly claims: readonly Claim[]
  readonly materials: readonly ListedMaterial[]
  /** The row before this saving; undefined for a new one. */
  readonly before: RowContent | undefined
}

export const spanInClaim = rule<SavedRow>({
  id: 'span-in-claim',
  brief: 'H-08',
  says: '特征是所选权利要求原文的一段',
  basis: [houseRules.clause('H-08')],
  check: ({ input, claims }) => {
    const claim = claims.find(({ no }) => no === input.claimNo)
    if (!claim)
      return {
        fail: `本表没有权利要求${input.claimNo}`,
        remedy: '请先确定比对的权利要求。',
        field: 'claimNo',
      }
    if (input.start < input.end && input.end <= claim.text.length) return 'pass'
    return { fail: '所选文字不在权利要求之内', remedy: '请在权利要求文本中重新选取。', field: 'start' }
  },
})

export const evidenceListed = rule<SavedRow>({
  id: 'evidence-listed',
  brief: 'O-11',
  says: '证据是本案材料清单上的材料',
  basis: [houseRules.clause('O-11')],
  check: ({ input, materials }) =>
    input.evidence.every(({ materialId }) => materials.some(({ id }) => id === materialId))
      ? 'pass'
      : { fail: '所引证据不在本案材料清单上', remedy: '请从材料清单中选取。', field: 'evidence' },
})

export const findingsByAppraisers = rule<SavedRow & Duties>({
  id: 'findings-by-appraisers',
  brief: 'H-08',
  says: '比对结果由鉴定人作出，辅助人员不得填写',
  basis: [guangdong.clause('第15条')],
  check: ({ input, before, duties }) => {
    if (appraises(duties)) return 'pass'
    const judgement = (row: RowContent | undefined) =>
      JSON.stringify([row?.finding ?? null, row?.subFindings ?? null])
    return judgement(input) === judgement(before)
      ? 'pass'
      : {
          fail: '比对结果和分项比对由鉴定人填写',
          remedy: '请只填写对应特征、区别和证据，结果留给鉴定人。',
          field: 'finding',
        }
  },
})

export const claimsAsFiled = rule<{
  readonly input: { readonly claims: readonly Claim[] }
  readonly filed: string
}>({
  id: 'claims-as-filed',
  brief: 'H-08',
  says: '比对的权利要求照录委托时提交的文本',
  basis: [houseRules.clause('H-08')],
  check: ({ input, filed }) => {
    const strange = input.claims.find(({ text }) => !filed.includes(text))
    if (strange)
      return {
        fail: `权利要求${strange.no}的文字与委托时提交的文本不同`,
        remedy: '请从所附权利要求全文中选取。',
        field: 'claims',
      }
    const twice = input.claims.some(({ no }, i) => input.claims.findIndex((each) => each.no === no) !== i)
    return twice ? { fail: '权利要求号重复', remedy: '请给每项权利要求不同的号。', field: 'claims' } : 'pass'
  },
})

export const claimsKeepRows = rule<{
  readonly input: { readonly claims: readonly Claim[] }
  readonly claims: readonly Claim[]
  readonly rows: readonly { readonly claimNo: string; readonly label: string }[]
}>({
  id: 'claims-keep-rows',
  brief: 'H-08',
  says: '已有比对行的权利要求不改动文字',
  basis: [houseRules.clause('H-08')],
  check: ({ input, claims, rows }) => {
    const lost = rows.filter(({ claimNo }) => {
      const before = claims.find(({ no }) => no === claimNo)
      return !input.claims.some(({ no, text }) => no === claimNo && text === before?.text)
    })
    if (lost.length === 0) return 'pass'
    return {
      fail: `特征${lost.map(({ label }) => label).join('、')}所在的权利要求被改动或删去`,
      remedy: '请先删除这些行，再改动权利要求。',
      field: 'claims',
    }
  },
})

export const dissentHasReasons = rule<{
  readonly input: { readonly finding: string; readonly dissent: string }
  readonly voted: { readonly finding: string | null }
}>({
  id: 'dissent-has-reasons',
  brief: 'O-05',
  says: '不同意见应当写明',
  basis: [guangdong.clause('第40条')],
  check: ({ input, voted }) =>
    input.finding === voted.finding || input.dissent !== ''
      ? 'pass'
      : {
          fail: '您的意见与比对结果不同，没有写明理由',
          remedy: '请写明不同意见，它将载入意见书。',
          field: 'dissent',
        },
})

export const findingBeforeVote = rule<{
  readonly voted: { readonly finding: string | null; readonly label: string }
}>({
  id: 'finding-before-vote',
  brief: 'O-05',
  says: '先有比对结果，再表决',
  basis: [guangdong.clause('第40条')],
  check: ({ voted }) =>
    voted.finding !== null
      ? 'pass'
      : { fail: `特征${voted.label}还没有比对结果`, remedy: '请先填写这一行的比对结果。' },
})
