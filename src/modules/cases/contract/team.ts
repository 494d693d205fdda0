import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { deliveryMethod } from '#law/terms/commission-form.ts'
import { institutionRecusalGround, personRecusalGround } from '#law/terms/recusal-ground.ts'

const id = z.uuid()
const person = z.uuid('请选择人员')

export const nominateAppraiser = endpoint({
  id: 'case.nominate-appraiser',
  title: '指定鉴定人',
  method: 'POST',
  path: '/cases/:id/nominate-appraiser',
  input: z.object({
    id,
    accountId: person.meta({ title: '鉴定人' }),
    lead: z.boolean().default(false).meta({ title: '担任主鉴定人' }),
  }),
  output: z.object({ memberId: id }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const nameLead = endpoint({
  id: 'case.name-lead',
  title: '确定主鉴定人',
  method: 'POST',
  path: '/cases/:id/name-lead',
  input: z.object({ id, accountId: person.meta({ title: '主鉴定人' }) }),
  output: z.object({ accountId: id }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

const no = (title: string) =>
  z.literal(false, `有“${title}”情形的，不能签署承诺书，请申请回避`).meta({ title })

/** P-04, ground by ground. A person who cannot answer no to each cannot sign. */
export const conflictDeclaration = z.object({
  PARTY_OR_RELATIVE: no(personRecusalGround.label('PARTY_OR_RELATIVE')),
  INTEREST: no(personRecusalGround.label('INTEREST')),
  ACTED_IN_CASE: no(personRecusalGround.label('ACTED_IN_CASE')),
  SAME_MATTER: no(personRecusalGround.label('SAME_MATTER')),
  OTHER: no(personRecusalGround.label('OTHER')),
})
export type ConflictDeclaration = z.output<typeof conflictDeclaration>

export const signCommitment = endpoint({
  id: 'case.sign-commitment',
  title: '签署鉴定人承诺书',
  method: 'POST',
  path: '/cases/:id/sign-commitment',
  input: z.object({ id, conflicts: conflictDeclaration }),
  output: z.object({ text: z.string(), signedAt: z.iso.datetime() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const assignReviewer = endpoint({
  id: 'case.assign-reviewer',
  title: '指定复核人',
  method: 'POST',
  path: '/cases/:id/assign-reviewer',
  input: z.object({ id, accountIds: z.array(person).min(1).max(7).meta({ title: '复核人' }) }),
  output: z.object({ accountIds: z.array(id) }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const assignIssuer = endpoint({
  id: 'case.assign-issuer',
  title: '指定签发人',
  method: 'POST',
  path: '/cases/:id/assign-issuer',
  input: z.object({ id, accountId: person.meta({ title: '授权签发人' }) }),
  output: z.object({ accountId: id }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const assignHandlers = endpoint({
  id: 'case.assign-handlers',
  title: '指定经办人员',
  method: 'POST',
  path: '/cases/:id/assign-handlers',
  input: z.object({ id, accountIds: z.array(person).max(20).meta({ title: '经办人员' }) }),
  output: z.object({ accountIds: z.array(id) }),
  refusals: ['not-found', 'rule-violated'],
})

export const servedParty = z.object({
  name: text('受送达人', 120),
  method: deliveryMethod.schema,
  receipt: optionalText('送达凭证', 200),
})
export type ServedParty = z.output<typeof servedParty>

export const serveRecusalNotice = endpoint({
  id: 'case.serve-recusal-notice',
  title: '告知鉴定组与回避权利',
  method: 'POST',
  path: '/cases/:id/serve-recusal-notice',
  input: z.object({ id, served: z.array(servedParty).min(1, '请填写向谁送达').max(41) }),
  output: z.object({ no: z.int(), endsOn: z.string() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const applyRecusal = endpoint({
  id: 'case.apply-recusal',
  title: '申请回避',
  method: 'POST',
  path: '/cases/:id/apply-recusal',
  input: z.object({
    id,
    accountId: person.nullable().default(null).meta({ title: '申请其回避的鉴定人（空：整个机构）' }),
    ground: z
      .enum([...personRecusalGround.codes, ...institutionRecusalGround.codes])
      .meta({ title: '回避事由' }),
    facts: text('事实和依据', 2000, { min: 10 }),
  }),
  output: z.object({ recusalId: id }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const decideRecusal = endpoint({
  id: 'case.decide-recusal',
  title: '决定回避申请',
  method: 'POST',
  path: '/cases/:id/decide-recusal',
  input: z.object({
    id,
    recusalId: z.uuid(),
    granted: z.boolean().meta({ title: '是否准许回避' }),
    decision: text('决定理由', 2000, { min: 4 }),
  }),
  output: z.object({ granted: z.boolean() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const replaceMember = endpoint({
  id: 'case.replace-member',
  title: '更换鉴定人',
  method: 'POST',
  path: '/cases/:id/replace-member',
  input: z.object({
    id,
    accountId: person.meta({ title: '退出的鉴定人' }),
    reason: text('退出的理由', 1000, { min: 4 }),
    successorId: person.meta({ title: '接任的鉴定人' }),
  }),
  output: z.object({ memberId: id }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

/** An appraiser of the case, present or gone. */
export const member = z.object({
  id,
  accountId: id,
  name: z.string(),
  title: z.string(),
  practiceNo: z.string(),
  lead: z.boolean(),
  joinedAt: z.iso.datetime(),
  leftAt: z.iso.datetime().nullable(),
  leftBecause: z.string().nullable(),
  commitment: z.string().nullable(),
  commitmentSignedAt: z.iso.datetime().nullable(),
})
export type CaseMember = z.output<typeof member>

const candidate = z.object({ accountId: id, name: z.string(), qualified: z.boolean(), because: z.string() })

export const showTeam = endpoint({
  id: 'case.team',
  title: '鉴定组',
  method: 'GET',
  path: '/cases/:id/team',
  input: z.object({ id }),
  output: z.object({
    members: z.array(member),
    reviewers: z.array(z.object({ accountId: id, name: z.string() })),
    issuer: z.object({ accountId: id, name: z.string() }).nullable(),
    /** Of the desk, in a case limited to named persons; null where everyone of the desk knows the case. */
    handlers: z.array(z.object({ accountId: id, name: z.string() })).nullable(),
    /** Whom the institution could nominate or assign; empty for others. */
    candidates: z.object({
      appraisers: z.array(candidate),
      reviewers: z.array(z.object({ accountId: id, name: z.string() })),
      issuers: z.array(z.object({ accountId: id, name: z.string() })),
      handlers: z.array(z.object({ accountId: id, name: z.string() })),
    }),
    minimum: z.int(),
    /** The letter that the person asking has to sign; null where he has none. */
    ownCommitment: z.string().nullable(),
    /** Who has to be told of the team. */
    parties: z.array(z.string()),
    notices: z.array(
      z.object({
        no: z.int(),
        text: z.string(),
        served: z.array(servedParty),
        servedOn: z.string(),
        endsOn: z.string(),
        coversPresentTeam: z.boolean(),
      }),
    ),
    recusals: z.array(
      z.object({
        id,
        state: z.enum(['OPEN', 'GRANTED', 'REJECTED']),
        accountId: id.nullable(),
        against: z.string(),
        ground: z.string(),
        facts: z.string(),
        appliedBy: z.string(),
        appliedAt: z.iso.datetime(),
        decision: z.string().nullable(),
        decidedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
  refusals: ['not-found'],
})
