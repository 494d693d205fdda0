import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { opinionValidity } from '#law/terms/opinion-validity.ts'

/** Anyone may ask by number and code. Says what is registered, never what the opinion says. */
export const checkOpinion = endpoint({
  id: 'opinion.check',
  title: '核对鉴定意见书登记',
  method: 'GET',
  path: '/opinions/check',
  input: z.object({
    number: z.string().trim().min(1, '请填写意见书编号').max(60).meta({ title: '意见书编号' }),
    code: z.string().trim().min(1, '请填写验证码').max(20).meta({ title: '验证码' }),
  }),
  output: z.object({
    /** The sentence that comes first. */
    sentence: z.string(),
    registered: z
      .object({
        number: z.string(),
        status: z.enum(['ISSUED', 'VOIDED', 'NOT_ISSUED']),
        statusLabel: z.string(),
        caseCode: z.string(),
        institution: z.string(),
        entrustingType: z.string(),
        unilateral: z.string(),
        kind: z.string(),
        ipType: z.string(),
        datedOn: z.string(),
        issuedAt: z.iso.datetime().nullable(),
        validity: opinionValidity.schema,
        validityLabel: z.string(),
        changes: z.array(
          z.object({ label: z.string(), ground: z.string(), successor: z.string(), at: z.iso.datetime() }),
        ),
        /** Of the issued file; empty before. */
        fileSha256: z.string(),
        logIndex: z.int().nullable(),
        demonstration: z.string(),
      })
      .nullable(),
    notes: z.array(z.string()),
  }),
})
export type Registered = NonNullable<z.output<typeof checkOpinion.output>['registered']>
