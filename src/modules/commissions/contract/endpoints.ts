import { z } from 'zod'
import { cursor } from '#kernel/cursor.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { appraisableMatter, excludedMatter, refusalGround } from '#law/terms/admissibility.ts'
import { commissionForm } from './form.ts'

const id = z.uuid()
const state = z.string()
/** A form as typed so far: kept as it is, checked only when submitted. */
const typed = z.record(z.string(), z.unknown())

export const saveDraft = endpoint({
  id: 'commission.save-draft',
  title: '保存委托草稿',
  method: 'POST',
  path: '/commission-drafts/:id/save',
  input: z.object({ id, form: typed, version: z.int().min(0) }),
  output: z.object({ version: z.int(), savedAt: z.iso.datetime() }),
  refusals: ['stale-version', 'not-found', 'wrong-state', 'too-large'],
})

export const showDraft = endpoint({
  id: 'commission.show-draft',
  title: '查看委托草稿',
  method: 'GET',
  path: '/commission-drafts/:id',
  input: z.object({ id }),
  output: z.object({ id, form: typed, version: z.int(), savedAt: z.iso.datetime() }),
  refusals: ['not-found'],
})

export const listDrafts = endpoint({
  id: 'commission.list-drafts',
  title: '我的委托草稿',
  method: 'GET',
  path: '/commission-drafts',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ id, title: z.string(), savedAt: z.iso.datetime() })) }),
})

export const submit = endpoint({
  id: 'commission.submit',
  title: '提交委托',
  method: 'POST',
  path: '/commissions/submit',
  input: z.object({ id: id.meta({ title: '草稿编号' }), form: commissionForm }),
  output: z.object({ id, state, formSha256: z.string(), submittedAt: z.iso.datetime() }),
  refusals: ['rule-violated', 'not-found', 'wrong-state'],
})

export const requestSupplement = endpoint({
  id: 'commission.request-supplement',
  title: '要求补正',
  method: 'POST',
  path: '/commissions/:id/request-supplement',
  input: z.object({
    id,
    items: z
      .array(text('需补正的内容', 300))
      .min(1, '请至少写一项需补正的内容')
      .max(20)
      .meta({ title: '需补正的内容' }),
  }),
  output: z.object({ state }),
  refusals: ['wrong-state', 'not-found'],
})

export const answerSupplement = endpoint({
  id: 'commission.answer-supplement',
  title: '提交补正',
  method: 'POST',
  path: '/commissions/:id/answer-supplement',
  input: z.object({ id, answer: text('补正说明', 2000), form: commissionForm }),
  output: z.object({ state }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const accept = endpoint({
  id: 'commission.accept',
  title: '受理',
  method: 'POST',
  path: '/commissions/:id/accept',
  input: z.object({
    id,
    matter: appraisableMatter.schema.meta({ title: '可委托鉴定的事项类别' }),
    specialisedFact: z.boolean().meta({ title: '每一鉴定事项都是专门性事实问题' }),
    excluded: excludedMatter.schema.nullable().default(null).meta({ title: '属于不委托鉴定的事项' }),
    conflictChecked: z.boolean().meta({ title: '已核查本机构与当事人无利害关系' }),
    duplicateChecked: z.boolean().meta({ title: '已核查同一事项未在其他机构办理' }),
    note: optionalText('受理意见', 500),
  }),
  output: z.object({ id, state, caseCode: z.string(), qualification: z.unknown() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const refuse = endpoint({
  id: 'commission.refuse',
  title: '不予受理',
  method: 'POST',
  path: '/commissions/:id/refuse',
  input: z.object({
    id,
    grounds: z
      .array(refusalGround.schema)
      .min(1, '请选择不予受理的情形')
      .max(5)
      .meta({ title: '不予受理的情形' }),
    explanation: text('理由', 2000, { min: 10 }),
    materialsReturn: text('材料退还方式', 300),
  }),
  output: z.object({ state }),
  refusals: ['wrong-state', 'not-found'],
})

export const withdraw = endpoint({
  id: 'commission.withdraw',
  title: '撤回委托',
  method: 'POST',
  path: '/commissions/:id/withdraw',
  input: z.object({ id, reason: text('撤回理由', 500) }),
  output: z.object({ state }),
  refusals: ['wrong-state', 'not-found'],
})

const row = z.object({
  id,
  title: z.string(),
  state,
  caseCode: z.string().nullable(),
  ipType: z.string(),
  entrustingType: z.string(),
  entrusting: z.string(),
  institution: z.string(),
  submittedAt: z.iso.datetime(),
  due: z.string().nullable(),
  workingDaysLeft: z.int().nullable(),
})

export const list = endpoint({
  id: 'commission.list',
  title: '委托列表',
  method: 'GET',
  path: '/commissions',
  input: z.object({
    state: z.string().optional(),
    search: z.string().max(60).optional(),
    cursor: cursor.optional(),
  }),
  output: z.object({
    items: z.array(row),
    next: z.string().nullable(),
    total: z.int(),
    totalCapped: z.boolean(),
  }),
})

/** A warning that the entrusting side overrode, and why. */
export const givenReason = z.object({
  brief: z.string(),
  detail: z.string(),
  /** Path in the input: `form.questions.0.text`. */
  field: z.string().nullable(),
  reason: z.string(),
})

export const show = endpoint({
  id: 'commission.show',
  title: '查看委托',
  method: 'GET',
  path: '/commissions/:id',
  input: z.object({ id }),
  output: row.extend({
    form: commissionForm,
    formSha256: z.string(),
    reasons: z.array(givenReason),
    supplements: z.array(
      z.object({
        items: z.array(z.string()),
        requestedAt: z.iso.datetime(),
        answeredAt: z.iso.datetime().nullable(),
        answer: z.string().nullable(),
      }),
    ),
    decision: z.record(z.string(), z.unknown()).nullable(),
    decidedAt: z.iso.datetime().nullable(),
    why: z.array(z.string()),
    provisional: z.boolean(),
  }),
  refusals: ['not-found'],
})
