import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { methodTier } from '#law/terms/commission-form.ts'

const id = z.uuid()
const state = z.string()
const stepNo = z.int().min(1).max(100).meta({ title: '步骤' })

/** One step of the plan: which questions it serves, what is done, by which method, by whom, until when. */
export const planStep = z.object({
  no: stepNo,
  questions: z
    .array(z.int().min(1).max(50))
    .min(1, '请写明针对第几项鉴定事项')
    .meta({ title: '针对的鉴定事项' }),
  what: text('做什么', 1000),
  method: text('方法', 1000),
  methodTier: methodTier.schema,
  standardNo: optionalText('标准编号', 120),
  standardTitle: optionalText('标准名称', 200),
  equipment: optionalText('仪器设备', 300),
  outsourcing: optionalText('外包的检测', 300),
  who: z.array(z.uuid()).min(1, '请指定执行人').meta({ title: '执行人' }),
  plannedOn: z.iso.date('日期写作 2026-03-02').meta({ title: '计划日期' }),
})
export type PlanStep = z.output<typeof planStep>

export const savePlan = endpoint({
  id: 'case.save-plan',
  title: '保存鉴定方案',
  method: 'POST',
  path: '/cases/:id/save-plan',
  input: z.object({
    id,
    /** Version that was read; 0 where there is none yet. */
    version: z.int().min(0),
    steps: z.array(planStep).min(1, '方案至少有一个步骤').max(100),
  }),
  output: z.object({ version: z.int() }),
  refusals: ['wrong-state', 'not-found', 'stale-version', 'rule-violated'],
})

export const consentMethod = endpoint({
  id: 'case.consent-method',
  title: '同意采用非标准方法',
  method: 'POST',
  path: '/cases/:id/consent-method',
  input: z.object({ id, version: z.int().min(1), note: text('书面意见', 1000, { min: 2 }) }),
  output: z.object({ version: z.int() }),
  refusals: ['wrong-state', 'not-found', 'stale-version'],
})

export const approvePlan = endpoint({
  id: 'case.approve-plan',
  title: '批准鉴定方案',
  method: 'POST',
  path: '/cases/:id/approve-plan',
  input: z.object({ id, version: z.int().min(1).optional().meta({ title: '所阅方案的版本' }) }),
  output: z.object({ state, version: z.int() }),
  refusals: ['wrong-state', 'not-found', 'stale-version', 'rule-violated'],
})

export const start = endpoint({
  id: 'case.start',
  title: '开始鉴定',
  method: 'POST',
  path: '/cases/:id/start',
  input: z.object({ id }),
  output: z.object({ state, startedAt: z.iso.datetime() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

/** What a signed process record says (O-01). */
export const processRecord = z.object({
  method: text('方法', 1000),
  done: text('经过', 5000, { min: 4 }),
  result: text('结果', 5000),
  instruments: optionalText('仪器及状态', 500),
  place: text('地点', 200),
  present: z.array(text('在场人员', 60)).min(1, '请填写在场人员').max(30).meta({ title: '在场人员' }),
  files: z.array(z.uuid()).max(50).default([]).meta({ title: '附件' }),
})
export type ProcessRecord = z.output<typeof processRecord>

export const recordStep = endpoint({
  id: 'case.record-step',
  title: '记录鉴定过程',
  method: 'POST',
  path: '/cases/:id/record-step',
  input: processRecord.extend({
    id,
    stepNo,
    /** Number of the record that this one corrects; the former stays. */
    corrects: z.int().min(1).nullable().default(null).meta({ title: '更正第几号记录' }),
  }),
  output: z.object({ no: z.int() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const waiveStep = endpoint({
  id: 'case.waive-step',
  title: '说明步骤未实施',
  method: 'POST',
  path: '/cases/:id/waive-step',
  input: z.object({ id, stepNo, reason: text('未实施的理由', 1000, { min: 4 }) }),
  output: z.object({ stepNo: z.int() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const beginDrafting = endpoint({
  id: 'case.begin-drafting',
  title: '转入拟稿',
  method: 'POST',
  path: '/cases/:id/begin-drafting',
  input: z.object({ id }),
  output: z.object({ state }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

const shownStep = planStep.extend({
  whoNames: z.array(z.string()),
  records: z.int(),
  waived: z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
})

export const showPlan = endpoint({
  id: 'case.plan',
  title: '鉴定方案',
  method: 'GET',
  path: '/cases/:id/plan',
  input: z.object({ id }),
  output: z.object({
    version: z.int(),
    steps: z.array(shownStep),
    questions: z.array(z.object({ no: z.int(), text: z.string() })),
    savedBy: z.string().nullable(),
    savedAt: z.iso.datetime().nullable(),
    consentWanted: z.boolean(),
    consent: z.object({ note: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
    approved: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  }),
  refusals: ['not-found'],
})

export const record = processRecord.extend({
  no: z.int(),
  stepNo: z.int(),
  corrects: z.int().nullable(),
  /** A later record corrects this one. */
  correctedBy: z.int().nullable(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
})
export type ShownRecord = z.output<typeof record>

export const listRecords = endpoint({
  id: 'case.records',
  title: '过程记录',
  method: 'GET',
  path: '/cases/:id/records',
  input: z.object({ id }),
  output: z.object({ records: z.array(record) }),
  refusals: ['not-found'],
})
