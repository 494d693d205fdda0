import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { term } from '#kernel/term.ts'
import { optionalText, text } from '#kernel/text.ts'
import { entryKey } from './search.ts'

const id = z.uuid()

export const errorOutcome = term('处理结果', {
  CORRECTED: '属实，已更正',
  BEING_CORRECTED: '属实，正在办理更正',
  CORRECT_AS_IT_IS: '登记无误',
  NOT_IN_THE_LIST: '不属于名录登记的事项',
})

const errorState = z.enum(['OPEN', 'ANSWERED'])

const reported = {
  key: z.string(),
  name: z.string(),
  what: z.string(),
  state: errorState,
  reportedAt: z.iso.datetime(),
  /** Beijing date by which it is answered. */
  due: z.string(),
  outcome: errorOutcome.schema.nullable(),
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
}

export const reportEntryError = endpoint({
  id: 'entry-error.report',
  title: '报告名录错误',
  method: 'POST',
  path: '/entry-errors/report',
  input: z.object({
    key: entryKey,
    what: text('哪里有误', 1000, { min: 5 }),
    contact: optionalText('联系方式', 80).meta({ description: '可以不填；只给办理的人看，不写入日志' }),
  }),
  /** The code is shown once; with it the answer is read. */
  output: z.object({ id, code: z.string(), due: z.string() }),
  refusals: ['not-found', 'unavailable'],
})

export const trackEntryError = endpoint({
  id: 'entry-error.track',
  title: '查询纠错答复',
  method: 'GET',
  path: '/entry-error-answers',
  input: z.object({ code: z.string().trim().max(40) }),
  /** Null where no report has this code. */
  output: z.object({ report: z.object(reported).nullable() }),
})

export const listEntryErrors = endpoint({
  id: 'entry-error.list',
  title: '名录纠错',
  method: 'GET',
  path: '/entry-errors',
  input: z.object({ state: errorState.optional(), id: id.optional() }),
  output: z.object({
    items: z.array(
      z.object({
        ...reported,
        id,
        province: z.string(),
        /** Working days left to answer; negative once overdue, null once answered. */
        workingDaysLeft: z.int().nullable(),
        /** Only for who may answer. */
        contact: z.string().nullable(),
        answeredBy: z.string().nullable(),
      }),
    ),
  }),
})

export const answerEntryError = endpoint({
  id: 'entry-error.answer',
  title: '答复名录纠错',
  method: 'POST',
  path: '/entry-errors/:id/answer',
  input: z.object({
    id,
    outcome: errorOutcome.schema,
    answer: text('答复', 1000, { min: 5 }).meta({ description: '报告人凭查询码读到的就是这一段' }),
  }),
  output: z.object({ id }),
  refusals: ['not-found', 'wrong-state'],
})
