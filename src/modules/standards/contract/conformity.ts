import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { text } from '#kernel/text.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { clauseVerdict, findingGravity } from '#law/terms/standard.ts'
import { day, id } from './standards.ts'

export const assessmentState = z.enum([
  'SELF_ASSESSMENT',
  'SUBMITTED',
  'ON_SITE',
  'REPORTED',
  'CERTIFIED',
  'REFUSED',
  'WITHDRAWN',
])
const findingState = z.enum(['OPEN', 'CORRECTED', 'CLOSED'])
const certificateState = z.enum(['IN_FORCE', 'EXPIRED', 'WITHDRAWN'])
const refusals = ['wrong-state', 'not-found', 'rule-violated'] as const

export const openAssessment = endpoint({
  id: 'conformity.open',
  title: '开始贯标自评',
  method: 'POST',
  path: '/conformity/open',
  input: z.object({
    standardId: id.meta({ title: '标准' }),
    ipTypes: z.array(ipType.schema).min(1, '至少选择一类').max(13).meta({ title: '申请的适用范围' }),
  }),
  output: z.object({ assessmentId: id }),
  refusals,
})

const verdict = clauseVerdict.schema.meta({ title: '符合程度' })

export const answerClauses = endpoint({
  id: 'conformity.answer',
  title: '填写自评',
  method: 'POST',
  path: '/conformity/:id/answer',
  input: z.object({
    id,
    answers: z
      .array(z.object({ clauseId: id, verdict, note: text('说明与证明材料', 1000) }))
      .min(1, '至少填写一条')
      .max(200),
  }),
  output: z.object({ answered: z.int() }),
  refusals,
})

export const submitAssessment = endpoint({
  id: 'conformity.submit',
  title: '提交自评',
  method: 'POST',
  path: '/conformity/:id/submit',
  input: z.object({ id, statement: text('自评结论', 1000) }),
  output: z.object({ state: assessmentState }),
  refusals,
})

export const returnAssessment = endpoint({
  id: 'conformity.return',
  title: '退回自评',
  method: 'POST',
  path: '/conformity/:id/return',
  input: z.object({ id, reason: text('须补充的内容', 600) }),
  output: z.object({ state: assessmentState }),
  refusals,
})

export const assignAssessors = endpoint({
  id: 'conformity.assign',
  title: '安排现场评定',
  method: 'POST',
  path: '/conformity/:id/assign',
  input: z.object({
    id,
    assessors: z.array(id).min(1, '至少一人').max(10).meta({ title: '评定人员' }),
    visitOn: day.meta({ title: '现场评定日期' }),
  }),
  output: z.object({ state: assessmentState }),
  refusals,
})

export const assessClauses = endpoint({
  id: 'conformity.assess',
  title: '记录现场评定',
  method: 'POST',
  path: '/conformity/:id/assess',
  input: z.object({
    id,
    seen: z
      .array(z.object({ clauseId: id, verdict, note: text('所见事实', 1000) }))
      .min(1, '至少记录一条')
      .max(200),
  }),
  output: z.object({ assessed: z.int() }),
  refusals,
})

export const raiseFinding = endpoint({
  id: 'conformity.raise-finding',
  title: '提出不符合项',
  method: 'POST',
  path: '/conformity/:id/raise-finding',
  input: z.object({
    id,
    clauseId: id.meta({ title: '条款' }),
    gravity: findingGravity.schema,
    observation: text('所见事实', 1000),
  }),
  output: z.object({ findingId: id, no: z.int(), dueOn: z.string() }),
  refusals,
})

export const reportAssessment = endpoint({
  id: 'conformity.report',
  title: '提交评定报告',
  method: 'POST',
  path: '/conformity/:id/report',
  input: z.object({ id, report: text('评定报告', 6000) }),
  output: z.object({ state: assessmentState }),
  refusals,
})

export const correctFinding = endpoint({
  id: 'finding.correct',
  title: '提交整改',
  method: 'POST',
  path: '/conformity-findings/:id/correct',
  input: z.object({ id, correction: text('原因、措施和证明材料', 2000) }),
  output: z.object({ state: findingState }),
  refusals,
})

const judging = { id, judgement: text('核实情况', 1000) }

export const closeFinding = endpoint({
  id: 'finding.close',
  title: '确认整改',
  method: 'POST',
  path: '/conformity-findings/:id/close',
  input: z.object(judging),
  output: z.object({ state: findingState }),
  refusals,
})

export const reopenFinding = endpoint({
  id: 'finding.reopen',
  title: '整改未到位',
  method: 'POST',
  path: '/conformity-findings/:id/reopen',
  input: z.object(judging),
  output: z.object({ state: findingState, dueOn: z.string() }),
  refusals,
})

export const certify = endpoint({
  id: 'conformity.certify',
  title: '颁发贯标证书',
  method: 'POST',
  path: '/conformity/:id/certify',
  input: z.object({ id, reason: text('决定理由', 600) }),
  output: z.object({ number: z.string(), validFrom: z.string(), validUntil: z.string() }),
  refusals,
})

export const refuseCertificate = endpoint({
  id: 'conformity.refuse',
  title: '不予发证',
  method: 'POST',
  path: '/conformity/:id/refuse',
  input: z.object({ id, reason: text('决定理由', 600) }),
  output: z.object({ state: assessmentState }),
  refusals,
})

export const withdrawAssessment = endpoint({
  id: 'conformity.withdraw',
  title: '撤回贯标申请',
  method: 'POST',
  path: '/conformity/:id/withdraw',
  input: z.object({ id, reason: text('原因', 300) }),
  output: z.object({ state: assessmentState }),
  refusals,
})

export const withdrawCertificate = endpoint({
  id: 'certificate.withdraw',
  title: '撤销贯标证书',
  method: 'POST',
  path: '/conformity-certificates/:id/withdraw',
  input: z.object({ id, reason: text('依据和理由', 600) }),
  output: z.object({ state: certificateState }),
  refusals,
})

/** The day after its last: done by the program. */
export const expireCertificate = endpoint({
  id: 'certificate.expire',
  title: '贯标证书期满失效',
  method: 'POST',
  path: '/conformity-certificates/:id/expire',
  input: z.object({ id }),
  output: z.object({ state: certificateState }),
  refusals,
})

const listedAssessment = z.object({
  id,
  state: assessmentState,
  institution: z.object({ id, name: z.string() }),
  standard: z.object({ slug: z.string(), number: z.string().nullable(), title: z.string() }),
  ipTypes: z.array(ipType.schema),
  openedAt: z.iso.datetime(),
  openFindings: z.int(),
  certificate: z
    .object({
      id,
      number: z.string(),
      state: certificateState,
      from: z.string(),
      until: z.string(),
      endedOn: z.string().nullable(),
      endReason: z.string().nullable(),
    })
    .nullable(),
})

export const listAssessments = endpoint({
  id: 'conformity.list',
  title: '贯标评定',
  method: 'GET',
  path: '/conformity',
  input: z.object({}),
  output: z.object({ assessments: z.array(listedAssessment) }),
})

const named = z.object({ accountId: id, name: z.string() })

export const showAssessment = endpoint({
  id: 'conformity.show',
  title: '贯标评定情况',
  method: 'GET',
  path: '/conformity/:id',
  input: z.object({ id }),
  output: listedAssessment.omit({ openFindings: true }).extend({
    versionNo: z.int(),
    /** True where the standard has a later text by now. */
    outdated: z.boolean(),
    statement: z.string().nullable(),
    visitOn: z.string().nullable(),
    report: z.string().nullable(),
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    assessors: z.array(named),
    /** Whom the association may name; empty for those who do not. */
    candidates: z.array(named.extend({ organisation: z.string() })),
    clauses: z.array(
      z.object({
        id,
        no: z.string(),
        heading: z.string(),
        says: z.string(),
        confirmed: z.boolean(),
        own: z.object({ verdict: clauseVerdict.schema, note: z.string() }).nullable(),
        seen: z.object({ verdict: clauseVerdict.schema, note: z.string() }).nullable(),
      }),
    ),
    findings: z.array(
      z.object({
        id,
        no: z.int(),
        state: findingState,
        clauseNo: z.string(),
        gravity: findingGravity.schema,
        observation: z.string(),
        dueOn: z.string(),
        correction: z.string().nullable(),
        judgement: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['not-found'],
})
