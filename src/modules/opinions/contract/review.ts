import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { text } from '#kernel/text.ts'
import { reviewComment, reviewOutcome } from '#law/terms/review.ts'
import { place } from './draft.ts'

const id = z.uuid().meta({ title: '案件' })
const commentId = z.uuid().meta({ title: '复核意见' })
const time = z.iso.datetime()

export const comment = z.object({
  id: commentId,
  round: z.int(),
  kind: reviewComment.schema,
  place,
  text: z.string(),
  by: z.string(),
  at: time,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: time.nullable(),
  closedAt: time.nullable(),
})
export type Comment = z.output<typeof comment>

export const showReview = endpoint({
  id: 'review.show',
  title: '查看复核',
  method: 'GET',
  path: '/reviews/:id',
  input: z.object({ id }),
  output: z.object({
    id,
    state: z.string(),
    /** How often the draft was handed over so far. */
    round: z.int(),
    contentSha256: z.string().nullable(),
    needed: z.int(),
    whyNeeded: z.string(),
    reviewers: z.array(z.object({ accountId: z.uuid(), name: z.string(), signed: z.boolean() })),
    comments: z.array(comment),
    sheets: z.array(
      z.object({
        round: z.int(),
        name: z.string(),
        outcome: reviewOutcome.schema,
        procedureView: z.string(),
        technicalView: z.string(),
        signedAt: time,
      }),
    ),
  }),
  refusals: ['not-found'],
})

export const addComment = endpoint({
  id: 'review.add-comment',
  title: '提出复核意见',
  method: 'POST',
  path: '/reviews/:id/add-comment',
  input: z.object({
    id,
    commentId,
    kind: reviewComment.schema.meta({ title: '类别' }),
    place,
    text: text('复核意见', 2000),
  }),
  output: z.object({ commentId, at: time }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const answerComment = endpoint({
  id: 'review.answer-comment',
  title: '答复复核意见',
  method: 'POST',
  path: '/reviews/:id/answer-comment',
  input: z.object({ id, commentId, answer: text('答复', 2000) }),
  output: z.object({ answeredAt: time }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const closeComment = endpoint({
  id: 'review.close-comment',
  title: '关闭复核意见',
  method: 'POST',
  path: '/reviews/:id/close-comment',
  input: z.object({ id, commentId }),
  output: z.object({ closedAt: time }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

const views = {
  procedureView: text('程序复核意见', 2000),
  technicalView: text('技术复核意见', 2000),
}

export const returnDraft = endpoint({
  id: 'review.return',
  title: '退回修改',
  method: 'POST',
  path: '/reviews/:id/return',
  input: z.object({ id, ...views }),
  output: z.object({ state: z.string(), round: z.int() }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

/** Where more than one reviewer is needed, all but the last sign so; the last approves. */
export const concur = endpoint({
  id: 'review.concur',
  title: '签署复核意见',
  method: 'POST',
  path: '/reviews/:id/concur',
  input: z.object({ id, ...views }),
  output: z.object({ signed: z.int(), needed: z.int() }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const approve = endpoint({
  id: 'review.approve',
  title: '复核通过',
  method: 'POST',
  path: '/reviews/:id/approve',
  input: z.object({ id, ...views }),
  output: z.object({ state: z.string(), round: z.int(), contentSha256: z.string() }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})
