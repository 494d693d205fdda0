import { rule } from '#kernel/rule.ts'
import { beijing } from '#law/beijing-2020.ts'
import { commissionAppraisal } from '#law/commission-appraisal-2020.ts'
import { forensicProcedure } from '#law/forensic-procedure-2016.ts'
import { parameterIfAny } from '#law/parameters.ts'
import type { CaseRow } from '../store.ts'

interface ExtensionFacts {
  readonly row: Pick<CaseRow, 'profile'>
  readonly today: string
  readonly extensions: readonly { readonly state: string }[]
}

export const endOfSuspensionAhead = rule<{
  readonly today: string
  readonly input: { readonly expectedEnd: string }
}>({
  id: 'end-of-suspension-ahead',
  brief: 'K-03',
  says: '中止时告知预计恢复的日期',
  basis: [beijing.clause('第24条')],
  check: ({ input, today }) =>
    input.expectedEnd > today
      ? 'pass'
      : { fail: '预计恢复日期不晚于今天', remedy: '请填写今天以后的日期。', field: 'expectedEnd' },
})

export const courtDecidesExtension = rule<Pick<ExtensionFacts, 'row'>>({
  id: 'court-decides-extension',
  brief: 'K-02',
  says: '人民法院民事委托的延长由法院决定',
  basis: [commissionAppraisal.clause('第13条')],
  check: ({ row }) =>
    row.profile === 'COURT_CIVIL'
      ? { fail: '本案是人民法院民事委托，机构不能自行延长', remedy: '请提交延长申请，由委托法院决定。' }
      : 'pass',
})

export const extensionAskedOfCourtOnly = rule<Pick<ExtensionFacts, 'row'>>({
  id: 'extension-asked-of-court-only',
  brief: 'K-01',
  says: '人民法院民事委托以外的延长由机构负责人批准',
  basis: [forensicProcedure.clause('第28条')],
  check: ({ row }) =>
    row.profile === 'COURT_CIVIL'
      ? 'pass'
      : { fail: '本案的延长不由法院决定', remedy: '请由机构负责人直接办理延长。' },
})

export const extendedWithinCount = rule<ExtensionFacts>({
  id: 'extended-within-count',
  brief: 'K-01',
  says: '鉴定时限可延长的次数有限',
  basis: [forensicProcedure.clause('第28条')],
  check: ({ row, today, extensions }) => {
    const most = parameterIfAny('extension-count', today, row.profile)?.value
    if (most === undefined) return 'not-applicable'
    return extensions.filter(({ state }) => state === 'APPROVED').length < most
      ? 'pass'
      : { fail: `本案已经延长过 ${most} 次`, remedy: '请与委托方书面约定新的期限，或者办理中止、终止。' }
  },
})

export const extensionWithinMaximum = rule<ExtensionFacts & { readonly input: { readonly days: number } }>({
  id: 'extension-within-maximum',
  brief: 'K-01',
  says: '延长一般不超过规定的工作日数',
  basis: [forensicProcedure.clause('第28条')],
  check: ({ row, today, input }) => {
    const most = parameterIfAny('extension-max', today, row.profile)?.value
    if (most === undefined) return 'not-applicable'
    return input.days <= most
      ? 'pass'
      : {
          fail: `申请延长${input.days}个工作日，超过上限${most}个工作日`,
          remedy: `请填写不超过${most}的天数。`,
          field: 'days',
        }
  },
})

export const noOpenExtensionRequest = rule<Pick<ExtensionFacts, 'extensions'>>({
  id: 'no-open-extension-request',
  brief: 'K-02',
  says: '同一时间只有一件待决的延长申请',
  basis: [commissionAppraisal.clause('第13条')],
  check: ({ extensions }) =>
    extensions.some(({ state }) => state === 'REQUESTED')
      ? { fail: '已有一件延长申请等待法院决定', remedy: '请等待法院决定后再申请。' }
      : 'pass',
})

export const extensionWasRequested = rule<Pick<ExtensionFacts, 'extensions'>>({
  id: 'extension-was-requested',
  brief: 'K-02',
  says: '法院依书面申请决定延长',
  basis: [commissionAppraisal.clause('第13条')],
  check: ({ extensions }) =>
    extensions.some(({ state }) => state === 'REQUESTED')
      ? 'pass'
      : { fail: '没有等待决定的延长申请', remedy: '请由鉴定机构先提交书面申请。' },
})
