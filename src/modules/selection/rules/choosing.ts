import { rule } from '#kernel/rule.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'

export interface Standing {
  /** A draw was opened in this selection. */
  readonly drawn: boolean
}

export const drawnOrderBinds = rule<Standing>({
  id: 'drawn-order-binds',
  brief: 'L-03',
  says: '抽签之后只按抽出的次序递补，不得另行选定',
  basis: [guidingOpinion.clause('二（四）3'), houseRules.clause('L-03')],
  check: ({ drawn }) =>
    drawn
      ? {
          fail: '本件已经抽签，由平台按抽出的次序递补',
          remedy: '请等待递补机构答复；候选均未承接后可以重新遴选。',
        }
      : 'pass',
})

export interface Choice {
  readonly input: { readonly key: string }
  /** Keys of those who may be chosen now. */
  readonly eligible: ReadonlySet<string>
}

export const chosenIsCandidate = rule<Choice>({
  id: 'chosen-is-candidate',
  brief: 'A-07',
  says: '只能从名录内、业务范围相符、没有利害关系的候选机构中选定',
  basis: [guidingOpinion.clause('二（四）3'), guangdong.clause('第32条'), houseRules.clause('L-04')],
  check: ({ input: { key }, eligible }) =>
    eligible.has(key)
      ? 'pass'
      : {
          fail: '所选机构现在不在候选之列',
          remedy: '请从候选机构中改选；未列入候选的原因见页面说明。',
          field: 'key',
        },
})

export interface DrawList {
  readonly eligible: ReadonlySet<string>
  /** The parameter draw-candidates. */
  readonly least: number
}

export const enoughCandidates = rule<DrawList>({
  id: 'enough-draw-candidates',
  brief: 'L-02',
  says: '抽签的候选机构应当达到规定的数目',
  basis: [guidingOpinion.clause('二（四）3'), houseRules.clause('L-02')],
  check: ({ eligible, least }) =>
    eligible.size >= least
      ? 'pass'
      : {
          fail: `现在只有 ${eligible.size} 家候选机构，抽签至少需要 ${least} 家`,
          remedy: '请改用协商或者指定；也可以撤回后放宽地区或技术领域重新提出。',
        },
})

export interface SecretUse {
  /** The same hash was committed to before. */
  readonly used: boolean
}

export const secretUnused = rule<SecretUse>({
  id: 'draw-secret-unused',
  brief: 'L-02',
  says: '每次抽签使用新的密钥',
  basis: [houseRules.clause('L-02')],
  check: ({ used }) =>
    used
      ? {
          fail: '这个密钥的散列已在别的抽签中使用过',
          remedy: '请重新生成密钥后再登记。',
          field: 'commitment',
        }
      : 'pass',
})
