import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { commentDisposition } from '#law/terms/standard.ts'
import { clauseInput, day, id } from './standards.ts'

export const openConsultation = endpoint({
  id: 'standard.consult',
  title: '公开征求意见',
  method: 'POST',
  path: '/standards/:id/consult',
  input: z.object({
    id,
    label: text('草案名称', 40).meta({ description: '如 征求意见稿' }),
    notes: text('编制说明', 3000).meta({ description: '起草背景、主要内容、希望听取意见的问题' }),
    closesOn: day.meta({ title: '截止日期' }),
    clauses: z.array(clauseInput).min(1, '草案至少有一条').max(200).meta({ title: '条款' }),
  }),
  output: z.object({ consultationId: id }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const redraftStandard = endpoint({
  id: 'standard.redraft',
  title: '退回起草',
  method: 'POST',
  path: '/standards/:id/redraft',
  input: z.object({ id, reason: text('原因', 300) }),
  output: z.object({ state: z.literal('DRAFTING') }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const commentOnDraft = endpoint({
  id: 'consultation.comment',
  title: '对标准草案提出意见',
  method: 'POST',
  path: '/consultations/:id/comment',
  input: z.object({
    id,
    name: text('姓名或者单位', 60).meta({ description: '随意见公开' }),
    contact: optionalText('联系方式', 80).meta({ description: '只供起草单位回问，不公开' }),
    clause: optionalText('条款号', 20),
    text: text('意见和理由', 2000, { min: 5 }),
  }),
  output: z.object({ commentId: id, no: z.int() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const disposeComment = endpoint({
  id: 'comment.dispose',
  title: '处理意见',
  method: 'POST',
  path: '/standard-comments/:id/dispose',
  input: z.object({ id, disposition: commentDisposition.schema, answer: text('处理理由', 1000) }),
  output: z.object({ disposition: commentDisposition.schema }),
  refusals: ['wrong-state', 'not-found'],
})

export const closeConsultation = endpoint({
  id: 'consultation.close',
  title: '结束征求意见',
  method: 'POST',
  path: '/consultations/:id/close',
  input: z.object({ id }),
  output: z.object({ state: z.literal('CLOSED') }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

const comment = z.object({
  id,
  no: z.int(),
  clause: z.string(),
  name: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
  disposition: commentDisposition.schema.nullable(),
  answer: z.string().nullable(),
})

/** The draft and the disposition table, as the public reads them. */
export const showConsultation = endpoint({
  id: 'consultation.show',
  title: '征求意见',
  method: 'GET',
  path: '/consultations/:id',
  input: z.object({ id }),
  output: z.object({
    id,
    state: z.enum(['OPEN', 'CLOSED']),
    /** Whether a comment would be taken today. */
    open: z.boolean(),
    standard: z.object({ id, slug: z.string(), title: z.string() }),
    versionLabel: z.string(),
    opensOn: z.string(),
    closesOn: z.string(),
    notes: z.string(),
    clauses: z.array(z.object({ no: z.string(), heading: z.string(), says: z.string() })),
    comments: z.array(comment),
  }),
  refusals: ['not-found'],
})

/** With how to reach who commented: for those who dispose. */
export const listComments = endpoint({
  id: 'consultation.comments',
  title: '意见处理表',
  method: 'GET',
  path: '/consultations/:id/comments',
  input: z.object({ id }),
  output: z.object({ comments: z.array(comment.extend({ contact: z.string() })) }),
  refusals: ['not-found'],
})
