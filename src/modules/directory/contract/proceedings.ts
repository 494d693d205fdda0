import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'

const id = z.uuid()
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写作 2026-03-02')
const reason = text('事由', 200)

export const proceedingKind = z.enum(['EXIT', 'RENEWAL', 'REMOVAL', 'APPEAL', 'CORRECTION'])
const proceedingState = z.enum(['OPEN', 'GRANTED', 'REJECTED', 'WITHDRAWN'])

export const proceedingTitles = {
  EXIT: '主动退出',
  RENEWAL: '延续',
  REMOVAL: '移出名录',
  APPEAL: '申诉',
  CORRECTION: '更正既往记载',
} as const

/** The judgment or administrative decision that found the violation: without it nobody is removed (二（八）6). */
export const determination = z.object({
  authority: text('作出认定的机关', 80),
  documentNo: text('文书编号', 80),
  on: date.meta({ title: '作出日期' }),
  finding: text('认定的事实', 1000),
})

/** What was in truth otherwise in a past period. Fields left out stay as they were recorded. */
const corrected = z.object({
  name: optionalText('名称', 120),
  address: optionalText('地址', 120),
  telephone: optionalText('电话', 40),
})

/** What a correction keeps until it is decided. */
export const correction = z.object({ from: date, until: date, corrected })

/** What a proceeding keeps beside its reason, by kind. */
const proceedingDetail = z.object({
  determination: determination.nullable().optional(),
  from: date.optional(),
  until: date.optional(),
  corrected: corrected.optional(),
})

export type ProceedingDetail = z.output<typeof proceedingDetail>

const opened = z.object({ proceedingId: id })
const refusals = ['not-found', 'rule-violated'] as const

export const requestExit = endpoint({
  id: 'institution.request-exit',
  title: '申请退出名录',
  method: 'POST',
  path: '/institutions/:id/request-exit',
  input: z.object({ id, reason }),
  output: opened,
  refusals: [...refusals],
})

export const requestRenewal = endpoint({
  id: 'institution.request-renewal',
  title: '申请延续',
  method: 'POST',
  path: '/institutions/:id/request-renewal',
  input: z.object({ id, reason }),
  output: opened,
  refusals: [...refusals],
})

export const proposeRemoval = endpoint({
  id: 'institution.propose-removal',
  title: '提请移出名录',
  method: 'POST',
  path: '/institutions/:id/propose-removal',
  input: z.object({ id, reason, determination: determination.optional() }),
  output: opened,
  refusals: [...refusals],
})

export const appeal = endpoint({
  id: 'institution.appeal',
  title: '申诉',
  method: 'POST',
  path: '/institutions/:id/appeal',
  input: z.object({ id, reason: text('申诉理由', 1000) }),
  output: opened,
  refusals: [...refusals],
})

export const proposeCorrection = endpoint({
  id: 'institution.propose-correction',
  title: '提请更正既往记载',
  method: 'POST',
  path: '/institutions/:id/propose-correction',
  input: z.object({
    id,
    reason,
    from: date.meta({ title: '自', description: '从这一天起，实际情况与记载不同' }),
    until: date.meta({ title: '止', description: '这一天起不再不同；不晚于今天' }),
    corrected,
  }),
  output: opened,
  refusals: [...refusals],
})

const decision = {
  input: z.object({ id, reason: text('决定理由', 200) }),
  output: z.object({ state: proceedingState }),
}
const decisionRefusals = ['not-found', 'wrong-state', 'rule-violated'] as const

export const grantExit = endpoint({
  id: 'directory-proceeding.grant-exit',
  title: '准予退出',
  method: 'POST',
  path: '/directory-proceedings/:id/grant-exit',
  ...decision,
  refusals: [...decisionRefusals],
})

export const grantRenewal = endpoint({
  id: 'directory-proceeding.grant-renewal',
  title: '准予延续',
  method: 'POST',
  path: '/directory-proceedings/:id/grant-renewal',
  ...decision,
  refusals: [...decisionRefusals],
})

export const grantRemoval = endpoint({
  id: 'directory-proceeding.grant-removal',
  title: '决定移出名录',
  method: 'POST',
  path: '/directory-proceedings/:id/grant-removal',
  ...decision,
  refusals: [...decisionRefusals],
})

export const grantAppeal = endpoint({
  id: 'directory-proceeding.grant-appeal',
  title: '支持申诉',
  method: 'POST',
  path: '/directory-proceedings/:id/grant-appeal',
  ...decision,
  refusals: [...decisionRefusals],
})

export const grantCorrection = endpoint({
  id: 'directory-proceeding.grant-correction',
  title: '准予更正',
  method: 'POST',
  path: '/directory-proceedings/:id/grant-correction',
  ...decision,
  refusals: [...decisionRefusals],
})

export const rejectProceeding = endpoint({
  id: 'directory-proceeding.reject',
  title: '不予批准',
  method: 'POST',
  path: '/directory-proceedings/:id/reject',
  ...decision,
  refusals: [...decisionRefusals],
})

export const withdrawProceeding = endpoint({
  id: 'directory-proceeding.withdraw',
  title: '撤回',
  method: 'POST',
  path: '/directory-proceedings/:id/withdraw',
  ...decision,
  refusals: [...decisionRefusals],
})

export const expireInstitution = endpoint({
  id: 'institution.expire',
  title: '有效期届满',
  method: 'POST',
  path: '/institutions/:id/expire',
  input: z.object({ id, reason }),
  output: z.object({ state: z.string() }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const leaveAppraiser = endpoint({
  id: 'appraiser.leave',
  title: '离任',
  method: 'POST',
  path: '/appraisers/:id/leave',
  input: z.object({ id, reason }),
  output: z.object({ state: z.string() }),
  refusals: ['not-found', 'wrong-state'],
})

export const proceeding = z.object({
  id,
  institutionId: id,
  institution: z.string(),
  directoryNo: z.string(),
  kind: proceedingKind,
  state: proceedingState,
  reason: z.string(),
  detail: proceedingDetail,
  openedBy: z.string(),
  openedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decision: z.string().nullable(),
})

export const listProceedings = endpoint({
  id: 'directory-proceeding.list',
  title: '名录事项',
  method: 'GET',
  path: '/directory-proceedings',
  input: z.object({
    id: id.optional(),
    state: proceedingState.optional(),
    institutionId: id.optional(),
  }),
  output: z.object({ items: z.array(proceeding) }),
})
