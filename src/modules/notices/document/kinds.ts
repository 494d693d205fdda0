import type { NonEmpty } from '#kernel/json.ts'
import type { Clause } from '#kernel/law.ts'
import { beijing } from '#law/beijing-2020.ts'
import { commissionAppraisal } from '#law/commission-appraisal-2020.ts'
import { forensicProcedure } from '#law/forensic-procedure-2016.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { shanghai } from '#law/shanghai-2019.ts'

interface Kind {
  readonly title: string
  /** What it is given under; printed at its foot. */
  readonly basis: NonEmpty<Clause>
}

const kinds = {
  acceptance: { title: '受理通知书', basis: [guangdong.clause('第27条')] },
  refusal: {
    title: '不予受理通知书',
    basis: [guangdong.clause('第27条'), guangdong.clause('第29条'), shanghai.clause('第24条')],
  },
  supplement: { title: '补正通知书', basis: [guangdong.clause('第27条'), guangdong.clause('第30条')] },
  'material-receipt': {
    title: '材料接收确认书',
    basis: [guangdong.clause('第28条'), shanghai.clause('第22条')],
  },
  plan: { title: '鉴定方案告知书', basis: [guangdong.clause('第34条')] },
  'method-consent': { title: '鉴定方法征询函', basis: [guangdong.clause('第34条')] },
  'recusal-notice': {
    title: '鉴定人告知书',
    basis: [guangdong.clause('第33条'), houseRules.clause('H-11')],
  },
  'recusal-decision': { title: '回避决定书', basis: [shanghai.clause('第25条')] },
  'member-replaced': { title: '更换鉴定人通知书', basis: [guangdong.clause('第33条')] },
  extension: { title: '延长鉴定时限通知书', basis: [forensicProcedure.clause('第28条')] },
  'extension-request': { title: '延长鉴定时限申请书', basis: [commissionAppraisal.clause('第13条')] },
  suspension: { title: '中止鉴定通知书', basis: [beijing.clause('第24条')] },
  resumption: { title: '恢复鉴定通知书', basis: [beijing.clause('第24条')] },
  termination: { title: '终止鉴定通知书', basis: [guangdong.clause('第39条')] },
} as const satisfies Readonly<Record<string, Kind>>

/** A formal notice: one that is also a document, with a number and the clauses it is given under. */
export type NoticeKind = keyof typeof kinds

const known: Readonly<Record<string, Kind>> = kinds

/** Title and clauses of the document that a notice also is, by its code; undefined where it is none. */
export function kindOf(document: string | null): Kind | undefined {
  return document === null ? undefined : known[document]
}
