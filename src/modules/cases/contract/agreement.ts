import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText } from '#kernel/text.ts'

const id = z.uuid()
const state = z.string()

export const signAgreement = endpoint({
  id: 'case.sign-agreement',
  title: '签署鉴定协议',
  method: 'POST',
  path: '/cases/:id/sign-agreement',
  input: z.object({
    id,
    /** The text that the person read; refused where the text is no longer that one. */
    textSha256: z.string().length(64).optional().meta({ title: '所阅协议文本的哈希' }),
  }),
  output: z.object({ side: z.enum(['ENTRUSTING', 'INSTITUTION']), textSha256: z.string() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const recordFee = endpoint({
  id: 'case.record-fee',
  title: '登记鉴定费预交',
  method: 'POST',
  path: '/cases/:id/record-fee',
  input: z.object({
    id,
    outcome: z.enum(['PREPAID', 'WAIVED']).meta({ title: '预交情况' }),
    amountFen: z.int().min(1).max(1e12).nullable().default(null).meta({ title: '预交金额（分）' }),
    receiptNo: optionalText('收据编号', 60),
    reason: optionalText('免予预交的理由', 500),
  }),
  output: z.object({ outcome: z.string() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const concludeAgreement = endpoint({
  id: 'case.conclude-agreement',
  title: '确认协议生效',
  method: 'POST',
  path: '/cases/:id/conclude-agreement',
  input: z.object({ id }),
  output: z.object({
    state,
    startedOn: z.string(),
    limit: z.int(),
    due: z.string(),
    provisional: z.boolean(),
  }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const showAgreement = endpoint({
  id: 'case.agreement',
  title: '鉴定协议',
  method: 'GET',
  path: '/cases/:id/agreement',
  input: z.object({ id }),
  output: z.object({
    textSha256: z.string(),
    sections: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
    signatures: z.array(
      z.object({
        side: z.enum(['ENTRUSTING', 'INSTITUTION']),
        kind: z.enum(['SIGNED', 'LETTER']),
        name: z.string(),
        organisation: z.string(),
        signedAt: z.iso.datetime(),
      }),
    ),
    fee: z
      .object({
        outcome: z.enum(['PREPAID', 'WAIVED']),
        amountFen: z.int().nullable(),
        receiptNo: z.string(),
        reason: z.string(),
        recordedBy: z.string(),
        recordedAt: z.iso.datetime(),
      })
      .nullable(),
  }),
  refusals: ['not-found'],
})
