import { rule } from '#kernel/rule.ts'
import { commissionAppraisal } from '#law/commission-appraisal-2020.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { parameterAt } from '#law/parameters.ts'
import { shanghai } from '#law/shanghai-2019.ts'
import { type EntrustingType, type ProcedureProfile, profileOf } from '#law/terms/entrusting-type.ts'
import type { CaseRow } from '../store.ts'

export interface AgreementSection {
  readonly heading: string
  readonly lines: readonly string[]
}

export interface Signed {
  readonly side: 'ENTRUSTING' | 'INSTITUTION'
  readonly kind: 'SIGNED' | 'LETTER'
}

interface SigningFacts {
  readonly agreement: { readonly sections: readonly AgreementSection[]; readonly sha256: string }
  readonly side: 'ENTRUSTING' | 'INSTITUTION'
  readonly signatures: readonly Signed[]
}

export const agreementComplete = rule<Pick<SigningFacts, 'agreement'>>({
  id: 'agreement-complete',
  brief: 'A-08',
  says: '鉴定协议应当具备法定内容',
  basis: [guangdong.clause('第30条'), shanghai.clause('第23条')],
  check: ({ agreement }) => {
    const empty = agreement.sections.filter(({ lines }) => lines.every((line) => line.trim() === ''))
    if (empty.length === 0) return 'pass'
    return {
      fail: `协议缺少内容：${empty.map(({ heading }) => heading).join('、')}`,
      remedy: '请终止本案后由委托方补全委托书重新委托。',
    }
  },
})

export const notSignedTwice = rule<SigningFacts>({
  id: 'agreement-not-signed-twice',
  brief: 'A-08',
  says: '每一方签署一次',
  basis: [guangdong.clause('第30条')],
  check: ({ side, signatures }) =>
    signatures.some((each) => each.side === side && each.kind === 'SIGNED')
      ? { fail: '本方已经签署过这份协议', remedy: '无需再签；请等待另一方签署或确认协议生效。' }
      : 'pass',
})

export const signedTextIsTheOneRead = rule<
  Pick<SigningFacts, 'agreement'> & { readonly input: { readonly textSha256?: string | undefined } }
>({
  id: 'agreement-text-is-the-one-read',
  brief: 'A-08',
  says: '签署的协议文本应当与所阅文本一致',
  basis: [guangdong.clause('第30条')],
  check: ({ agreement, input }) =>
    input.textSha256 === undefined || input.textSha256 === agreement.sha256
      ? 'pass'
      : { fail: '协议文本与您所阅的不是同一份', remedy: '请刷新后重新阅读再签署。', field: 'textSha256' },
})

export const feeEvidenced = rule<{
  readonly input: {
    readonly outcome: 'PREPAID' | 'WAIVED'
    readonly amountFen: number | null
    readonly receiptNo: string
    readonly reason: string
  }
}>({
  id: 'fee-evidenced',
  brief: 'A-08',
  says: '预交鉴定费应当有金额和收据，免予预交应当有理由',
  basis: [guangdong.clause('第30条'), commissionAppraisal.clause('第8条')],
  check: ({ input }) => {
    if (input.outcome === 'PREPAID') {
      if (input.amountFen === null)
        return { fail: '没有填写预交金额', remedy: '请按收据填写金额。', field: 'amountFen' }
      if (input.receiptNo === '')
        return { fail: '没有填写收据编号', remedy: '请填写收据编号。', field: 'receiptNo' }
      return 'pass'
    }
    if (input.reason.length < 4)
      return { fail: '没有写明免予预交的理由', remedy: '请写明理由和决定人。', field: 'reason' }
    return input.amountFen === null
      ? 'pass'
      : { fail: '免予预交的不填金额', remedy: '请清除金额，或改为已预交。', field: 'amountFen' }
  },
})

export const signedByBothSides = rule<Pick<SigningFacts, 'signatures'>>({
  id: 'agreement-signed-by-both-sides',
  brief: 'A-09',
  says: '协议由双方签署；办案机关的委托函与受理决定视为其签署',
  basis: [guangdong.clause('第30条')],
  check: ({ signatures }) => {
    const sides = { ENTRUSTING: '委托方', INSTITUTION: '鉴定机构' } as const
    const lacking = (['ENTRUSTING', 'INSTITUTION'] as const).filter((side) =>
      signatures.every((each) => each.side !== side),
    )
    if (lacking.length === 0) return 'pass'
    return {
      fail: `协议尚缺${lacking.map((side) => sides[side]).join('、')}签署`,
      remedy: '请通知该方在“协议与期限”中阅读并签署。',
    }
  },
})

export const feeSettled = rule<{ readonly fee: { readonly outcome: string } | undefined }>({
  id: 'fee-settled',
  brief: 'A-08',
  says: '协议生效前鉴定费已预交或者免予预交',
  basis: [guangdong.clause('第30条')],
  check: ({ fee }) =>
    fee ? 'pass' : { fail: '尚未登记鉴定费', remedy: '请登记预交金额和收据，或者写明免予预交的理由。' },
})

export const courtLimitNotExceeded = rule<{
  readonly row: Pick<CaseRow, 'profile' | 'complex' | 'agreed_limit'>
  readonly today: string
}>({
  id: 'court-limit-not-exceeded',
  brief: 'K-02',
  says: '人民法院民事委托的期限一般不超过三十个工作日，重大疑难复杂的不超过六十个工作日',
  basis: [commissionAppraisal.clause('第13条')],
  check: ({ row, today }) => {
    if (row.profile !== 'COURT_CIVIL' || row.agreed_limit === null) return 'not-applicable'
    const limit = parameterAt(row.complex ? 'main-limit-complex' : 'main-limit', today, row.profile).value
    return row.agreed_limit <= limit
      ? 'pass'
      : {
          warn: `约定的${row.agreed_limit}个工作日超过规定的${limit}个工作日`,
          remedy: '请写明法院决定该期限的依据。',
        }
  },
})

const officials: readonly ProcedureProfile[] = ['COURT_CIVIL', 'CRIMINAL', 'ADMIN']

/** the letter of a court, procuratorate, police or administrative body counts as its signature. */
export function officialLetterSigns(type: EntrustingType): boolean {
  return officials.includes(profileOf(type))
}
