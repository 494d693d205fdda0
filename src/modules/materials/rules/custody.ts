import { rule } from '#kernel/rule.ts'
import { chongqing } from '#law/chongqing-2019.ts'
import { criminalInterpretation } from '#law/criminal-interpretation-2021.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { shanghai } from '#law/shanghai-2019.ts'
import { type CustodyEventKind, custodyEventKind } from '#law/terms/material.ts'

interface Held {
  readonly last: {
    readonly kind: CustodyEventKind
    readonly to_name: string
    readonly happened_at: Date
  }
}

interface Move {
  readonly input: {
    readonly kind: CustodyEventKind
    readonly from: string
    readonly toAccountId: string | null
    readonly toName: string
    readonly happenedAt: string
    readonly part: object | null
  }
}

const gone: readonly CustodyEventKind[] = ['RETURNED', 'DESTROYED']
/** Hands change; in all other events the holder keeps it. */
const handedTo: readonly CustodyEventKind[] = ['STORED', 'TAKEN_OUT', 'HANDED_OVER']
const analysing: readonly CustodyEventKind[] = ['TESTED', 'SPLIT', 'CONSUMED']

export const stillInCustody = rule<Held>({
  id: 'material-still-in-custody',
  brief: 'T-05',
  says: '已退还或者销毁的材料不能再流转',
  basis: [guangdong.clause('第37条')],
  check: ({ last }) =>
    gone.includes(last.kind)
      ? {
          fail: `材料已${custodyEventKind.label(last.kind)}，不能再记录流转`,
          remedy: '重新送来的，请作为新材料登记。',
        }
      : 'pass',
})

const issued: readonly string[] = ['ISSUED', 'DELIVERED', 'CLOSED']

/** An issued opinion lists how each material was confirmed, examined and compared; keeping and returning goes on. */
export const settledOnceIssued = rule<{
  readonly matter: { readonly opened: { readonly state: string } }
  /** Of a deed that moves the material; every other deed changes what the opinion says of it. */
  readonly input?: { readonly kind: CustodyEventKind }
}>({
  id: 'material-settled-once-issued',
  brief: 'T-05',
  says: '意见书签发后，材料只保管、交接、退还和销毁，不再确认、质证、核对、检验',
  basis: [guangdong.clause('第37条'), houseRules.clause('O-11')],
  check: ({ matter, input }) => {
    if (input && !analysing.includes(input.kind)) return 'not-applicable'
    if (!issued.includes(matter.opened.state)) return 'pass'
    return {
      fail: '意见书已经签发，所列材料的确认、质证、核对和检验情况不再改动',
      remedy: '保管和退还照常登记；新情况影响结论的，请办理补正、补充鉴定或者重新鉴定。',
    }
  },
})

export const custodyGapless = rule<Held & Move>({
  id: 'custody-gapless',
  brief: 'T-05',
  says: '交出人应当是目前的持有人，流转不得断档',
  basis: [guangdong.clause('第37条'), criminalInterpretation.clause('第98条')],
  check: ({ last, input }) =>
    input.from === last.to_name
      ? 'pass'
      : {
          fail: `材料目前由${last.to_name}持有，不在${input.from}手中`,
          remedy: `请先补记到${input.from}的流转，或由${last.to_name}交出。`,
          field: 'from',
        },
})

export const custodyInOrder = rule<Held & Move & { readonly now: string }>({
  id: 'custody-in-order',
  brief: 'T-05',
  says: '流转时间不早于上一环节，不晚于现在',
  basis: [guangdong.clause('第37条')],
  check: ({ last, input, now }) => {
    const at = Date.parse(input.happenedAt)
    if (at > Date.parse(now))
      return { fail: '发生时间晚于现在', remedy: '请填写实际发生的时间。', field: 'happenedAt' }
    if (at < last.happened_at.getTime())
      return { fail: '发生时间早于上一环节', remedy: '请核对后改正时间。', field: 'happenedAt' }
    return 'pass'
  },
})

export const receiverNamed = rule<Move & { readonly receiver: { readonly name: string } | undefined }>({
  id: 'custody-receiver-named',
  brief: 'T-05',
  says: '每次交接写明接收人；机构内交接给在册人员',
  basis: [shanghai.clause('第22条'), guangdong.clause('第37条')],
  check: ({ input, receiver }) => {
    if (handedTo.includes(input.kind) && !receiver)
      return { fail: '没有选择接收材料的本机构人员', remedy: '请选择接收人。', field: 'toAccountId' }
    if (input.kind === 'RETURNED' && input.toName === '')
      return { fail: '没有写明材料退还给谁', remedy: '请填写签收材料的单位和人员。', field: 'toName' }
    if (input.kind === 'SPLIT' && input.part === null)
      return { fail: '没有写明分出的部分', remedy: '请填写分出部分的名称、数量和唯一性标识。', field: 'part' }
    return 'pass'
  },
})

export const confirmedBeforeUse = rule<Move & { readonly confirmed: boolean }>({
  id: 'confirmed-before-use',
  brief: 'T-02',
  says: '委托方没有确认的材料不得领用、检验',
  basis: [shanghai.clause('第22条'), guangdong.clause('第28条')],
  check: ({ input, confirmed }) => {
    if (input.kind !== 'TAKEN_OUT' && !analysing.includes(input.kind)) return 'not-applicable'
    if (confirmed) return 'pass'
    return {
      fail: '委托方还没有确认这件材料',
      remedy: '请联系委托方在“材料”页确认；共同委托的须各方都确认。',
    }
  },
})

/** Specimens and samples are things: the very thing of the list must lie on the table (T-07). */
export function needsIdentityCheck(kind: string): boolean {
  return kind === 'SPECIMEN' || kind === 'REFERENCE_SAMPLE'
}

export const identityBeforeAnalysis = rule<
  Move & { readonly material: { readonly kind: string; readonly identity_matches: boolean | null } }
>({
  id: 'identity-before-analysis',
  brief: 'T-07',
  says: '检验、分样前应当确认检材与清单所列为同一物',
  basis: [criminalInterpretation.clause('第98条')],
  check: ({ input, material }) => {
    if (!analysing.includes(input.kind) || !needsIdentityCheck(material.kind)) return 'not-applicable'
    if (material.identity_matches === true) return 'pass'
    return {
      fail: material.identity_matches === false ? '检材经核对与清单不符，不能检验' : '还没有核对检材同一性',
      remedy: '请本案鉴定人先核对检材；不符的，请与委托方核实后重新登记。',
    }
  },
})

export const consumptionConsented = rule<Move & { readonly consented: boolean }>({
  id: 'consumption-consented',
  brief: 'T-06',
  says: '耗尽、损坏检材须事先取得书面同意并留存备份',
  basis: [chongqing.clause('第39条')],
  check: ({ input, consented }) => {
    if (input.kind === 'CONSUMED' && !consented)
      return {
        fail: '没有委托方事先同意耗损的书面记录',
        remedy: '请先由委托方办理“书面同意耗损检材”，并留存备份。',
      }
    // An accident cannot be consented to beforehand and must not be hidden for lack of it: it passes with a written reason.
    if (input.kind === 'DAMAGED' && !consented)
      return { warn: '材料损坏没有事先的书面同意', remedy: '请写明损坏经过和已通知委托方的情况。' }
    return ['CONSUMED', 'DAMAGED'].includes(input.kind) ? 'pass' : 'not-applicable'
  },
})
