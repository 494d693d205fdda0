import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { extensionReason, suspensionGround, terminationGround } from '#law/terms/interruption.ts'

const id = z.uuid()
const state = z.string()
const date = z.iso.date('日期写作 2026-03-02')
const days = z.int('请填写工作日数').min(1).max(365).meta({ title: '延长的工作日数' })

export const suspend = endpoint({
  id: 'case.suspend',
  title: '中止鉴定',
  method: 'POST',
  path: '/cases/:id/suspend',
  input: z.object({
    id,
    ground: suspensionGround.schema,
    reason: text('中止的具体理由', 1000, { min: 4 }),
    expectedEnd: date.meta({ title: '预计恢复日期' }),
  }),
  output: z.object({ state, from: z.string() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const resume = endpoint({
  id: 'case.resume',
  title: '恢复鉴定',
  method: 'POST',
  path: '/cases/:id/resume',
  input: z.object({ id, note: text('恢复的情况说明', 1000, { min: 4 }) }),
  output: z.object({ state, due: z.string(), provisional: z.boolean() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const extend = endpoint({
  id: 'case.extend',
  title: '延长鉴定时限',
  method: 'POST',
  path: '/cases/:id/extend',
  input: z.object({
    id,
    days,
    reason: extensionReason.schema,
    explanation: text('延长的具体理由', 1000, { min: 4 }),
  }),
  output: z.object({ due: z.string().nullable(), provisional: z.boolean() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const requestExtension = endpoint({
  id: 'case.request-extension',
  title: '申请法院批准延长',
  method: 'POST',
  path: '/cases/:id/request-extension',
  input: z.object({
    id,
    days,
    reason: extensionReason.schema,
    explanation: text('申请延长的具体理由', 1000, { min: 4 }),
  }),
  output: z.object({ no: z.int() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const approveExtension = endpoint({
  id: 'case.approve-extension',
  title: '决定延长申请',
  method: 'POST',
  path: '/cases/:id/approve-extension',
  input: z.object({
    id,
    approved: z.boolean().default(true).meta({ title: '是否批准' }),
    note: text('决定理由', 1000),
  }),
  output: z.object({ due: z.string().nullable(), provisional: z.boolean() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const terminate = endpoint({
  id: 'case.terminate',
  title: '终止鉴定',
  method: 'POST',
  path: '/cases/:id/terminate',
  input: z.object({
    id,
    ground: terminationGround.schema,
    reason: text('终止的具体理由', 2000, { min: 10 }),
    materialReturn: text('材料退还情况', 500, { min: 4 }),
    feeSettlement: text('费用结算', 500, { min: 2 }),
  }),
  output: z.object({ state }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const close = endpoint({
  id: 'case.close',
  title: '办结',
  method: 'POST',
  path: '/cases/:id/close',
  input: z.object({ id }),
  output: z.object({ state, closedAt: z.iso.datetime() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const withdraw = endpoint({
  id: 'case.withdraw',
  title: '撤回委托',
  method: 'POST',
  path: '/cases/:id/withdraw',
  input: z.object({
    id,
    reason: text('撤回的理由', 1000, { min: 4 }),
    feeSettlement: optionalText('费用结算意见', 500),
  }),
  output: z.object({ state }),
  refusals: ['wrong-state', 'not-found'],
})

/** The main clock as people see it. Dates are Beijing dates. */
export const clock = z.object({
  running: z.enum(['not-started', 'running', 'suspended', 'ended']),
  startedOn: z.string().nullable(),
  due: z.string().nullable(),
  /** Working days of limit and extensions together. */
  total: z.int().nullable(),
  workingDaysLeft: z.int().nullable(),
  /** The year of the due date has no official calendar yet. */
  provisional: z.boolean(),
  /** The smallest warning threshold reached; `overdue` past the date. */
  warn: z.union([z.int(), z.literal('overdue')]).nullable(),
  lines: z.array(z.string()),
  basis: z.string().nullable(),
  suspensions: z.array(
    z.object({
      no: z.int(),
      ground: z.string(),
      reason: z.string(),
      from: z.string(),
      expectedEnd: z.string(),
      until: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  extensions: z.array(
    z.object({
      no: z.int(),
      state: z.enum(['REQUESTED', 'APPROVED', 'REFUSED']),
      days: z.int(),
      reason: z.string(),
      explanation: z.string(),
      requestedBy: z.string(),
      requestedOn: z.string(),
      decidedBy: z.string().nullable(),
      decidedOn: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  /** what a civil court must be sent after acceptance; null elsewhere. */
  courtSubmission: z
    .object({
      due: z.string(),
      provisional: z.boolean(),
      sentOn: z.string().nullable(),
      lines: z.array(z.string()),
    })
    .nullable(),
})

export const showClock = endpoint({
  id: 'case.clock',
  title: '鉴定期限',
  method: 'GET',
  path: '/cases/:id/clock',
  input: z.object({ id }),
  output: clock,
  refusals: ['not-found'],
})
export type CaseClock = z.output<typeof clock>
