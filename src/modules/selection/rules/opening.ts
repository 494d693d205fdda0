import { rule } from '#kernel/rule.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'

export interface Committed {
  readonly draw: { readonly size: number; readonly openBy: string } | undefined
  /** Size of the newest checkpoint. */
  readonly publishedSize: number
  readonly today: string
}

export const rootPublished = rule<Committed>({
  id: 'draw-root-published',
  brief: 'L-02',
  says: '约定规模的日志公布以后才能开封',
  basis: [guidingOpinion.clause('二（四）3'), houseRules.clause('L-02')],
  check: ({ draw, publishedSize }) =>
    draw && publishedSize >= draw.size
      ? 'pass'
      : {
          fail: `日志公布到规模 ${publishedSize}，约定的规模是 ${draw?.size ?? 0}`,
          remedy: '请稍候几秒再开封；平台会自动推进日志。',
        },
})

export const withinOpeningTerm = rule<Committed>({
  id: 'draw-opened-in-term',
  brief: 'L-02',
  says: '应当在期限内开封，逾期的抽签作废',
  basis: [houseRules.clause('L-02')],
  check: ({ draw, today }) =>
    draw && today <= draw.openBy
      ? 'pass'
      : {
          fail: `开封期限 ${draw?.openBy ?? ''} 已过`,
          remedy: '本次抽签即将作废并公开；需要时请写明理由重新遴选。',
        },
})

export const openingTermPassed = rule<Committed>({
  id: 'draw-term-passed',
  brief: 'L-02',
  says: '开封期限届满以前不得作废',
  basis: [houseRules.clause('L-02')],
  check: ({ draw, today }) =>
    draw && today > draw.openBy
      ? 'pass'
      : { fail: `开封期限是 ${draw?.openBy ?? ''}，尚未届满`, remedy: '请等待期限届满。' },
})

export interface Opened {
  readonly draw: { readonly commitment: string } | undefined
  /** SHA-256 of the secret that was handed in. */
  readonly secretSha256: string
}

export const secretMatches = rule<Opened>({
  id: 'draw-secret-matches',
  brief: 'L-02',
  says: '开封的密钥应当与事前登记的散列相符',
  basis: [guidingOpinion.clause('二（四）3'), houseRules.clause('L-02')],
  check: ({ draw, secretSha256 }) =>
    draw?.commitment === secretSha256
      ? 'pass'
      : {
          fail: '这不是登记时使用的密钥',
          remedy: '请使用登记抽签承诺时保存的密钥文件。',
          field: 'secret',
        },
})
