import { rule } from '#kernel/rule.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'

export interface EarlierSelections {
  /** Selections of this authority for the same case number: under way, and ended. */
  readonly live: number
  readonly ended: number
}

export const oneSelectionPerMatter = rule<EarlierSelections>({
  id: 'one-selection-per-matter',
  brief: 'L-01',
  says: '同一案件同一时间只办理一次遴选',
  basis: [guidingOpinion.clause('二（四）2'), houseRules.clause('L-01')],
  check: ({ live }) =>
    live === 0
      ? 'pass'
      : {
          fail: '这个案号已有一次遴选正在办理',
          remedy: '请在“遴选”里打开它继续办理，或先撤回；抽签一经登记不能撤回。',
          field: 'caseNo',
        },
})

export const repeatedSelectionExplained = rule<EarlierSelections>({
  id: 'repeated-selection-explained',
  brief: 'L-01',
  says: '重新遴选应当写明理由，不得以反复遴选挑选结果',
  basis: [guidingOpinion.clause('二（四）2'), houseRules.clause('L-01')],
  check: ({ ended }) =>
    ended === 0
      ? 'pass'
      : {
          warn: `这个案号以前办理过 ${ended} 次遴选，结果都已留痕`,
          remedy: '请写明为什么再次遴选，例如原选定机构不再承接。',
          field: 'caseNo',
        },
})
