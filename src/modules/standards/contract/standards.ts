import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { certainty } from '#law/terms/certainty.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { clauseBearing, standardKind, standardLayer } from '#law/terms/standard.ts'

export const id = z.uuid()

/** A Beijing date that a standard can bear. */
export const day = z.iso
  .date('日期写作 2026-03-02')
  .refine((date) => '1980-01-01' <= date && date <= '2099-12-31', '日期应在1980年至2099年之间')

export const standardState = z.enum([
  'PLANNED',
  'DRAFTING',
  'CONSULTATION',
  'APPROVED',
  'EFFECTIVE',
  'SUPERSEDED',
  'WITHDRAWN',
])

export const slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.-]{1,60}$/, '代号为小写字母、数字、点和横线')
  .meta({ title: '暂用代号', description: '没有正式编号时填写，作为公开页的地址，如 t-cips-trade-secret' })

export const clauseInput = z.object({
  no: text('条款号', 20),
  heading: text('条款标题', 120),
  says: optionalText('要点', 600).meta({ description: '用自己的话概括，不抄录标准正文' }),
  bearing: clauseBearing.schema.meta({ title: '条款对象' }),
  confirmed: z
    .boolean()
    .default(false)
    .meta({ title: '已对照正式文本', description: '没有对照的显示为“待确认”' }),
  rules: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{2,60}$/, '规则代号为小写字母和横线'))
    .max(20)
    .default([])
    .meta({ title: '落实该条款的平台规则', description: '规则代号，如 within-business-scope' }),
})

export const clauses = z.array(clauseInput).max(200).default([]).meta({ title: '条款' })

const numberText = z
  .string()
  .trim()
  .max(40)
  .default('')
  .meta({ title: '标准编号', description: '如 GB/T 45563.2—2025' })

const entry = {
  title: text('标准名称', 120),
  titleEn: optionalText('英文名称', 200),
  layer: standardLayer.schema,
  kind: standardKind.schema,
  ipTypes: z.array(ipType.schema).min(1, '至少选择一类').max(13).meta({ title: '适用的知识产权类型' }),
  region: z
    .string()
    .regex(/^(\d{6})?$/, '行政区划代码为6位数字')
    .default('')
    .meta({ title: '行政区划代码', description: '地方标准填写' }),
  proposer: text('提出单位', 80),
  draftingUnits: z.array(text('起草单位', 80)).max(60).default([]).meta({ title: '起草单位' }),
  certainty: certainty.schema,
  basis: text('登记依据', 600).meta({ description: '凭什么登记、哪些内容还没有核实' }),
}

const refusals = ['rule-violated', 'wrong-state'] as const

export const proposeStandard = endpoint({
  id: 'standard.propose',
  title: '标准立项',
  method: 'POST',
  path: '/standards/propose',
  input: z.object({ slug, ...entry }),
  output: z.object({ standardId: id, slug: z.string() }),
  refusals,
})

export const recordDraft = endpoint({
  id: 'standard.record-draft',
  title: '登记外部征求意见稿',
  method: 'POST',
  path: '/standards/record-draft',
  input: z.object({ slug, ...entry, clauses }),
  output: z.object({ standardId: id, slug: z.string() }),
  refusals,
})

export const recordStandard = endpoint({
  id: 'standard.record',
  title: '登记已发布标准',
  method: 'POST',
  path: '/standards/record',
  input: z.object({
    number: numberText,
    slug: slug.optional(),
    ...entry,
    issuedOn: day.optional().meta({ title: '发布日期' }),
    effectiveFrom: day.optional().meta({ title: '实施日期' }),
    clauses,
  }),
  output: z.object({ standardId: id, slug: z.string() }),
  refusals,
})

export const beginDrafting = endpoint({
  id: 'standard.begin-drafting',
  title: '开始起草',
  method: 'POST',
  path: '/standards/:id/begin-drafting',
  input: z.object({
    id,
    draftingUnits: z.array(text('起草单位', 80)).min(1, '至少一个').max(60).meta({ title: '起草单位' }),
  }),
  output: z.object({ state: standardState }),
  refusals: ['wrong-state', 'not-found'],
})

export const approveStandard = endpoint({
  id: 'standard.approve',
  title: '批准发布',
  method: 'POST',
  path: '/standards/:id/approve',
  input: z.object({
    id,
    number: numberText,
    issuedOn: day.meta({ title: '发布日期' }),
    effectiveFrom: day.meta({ title: '实施日期' }),
    supersedes: slug.optional().meta({ title: '代替的标准', description: '被代替标准的地址代号' }),
    clauses,
  }),
  output: z.object({ state: standardState, number: z.string() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated', 'malformed'],
})

export const takeEffect = endpoint({
  id: 'standard.take-effect',
  title: '实施标准',
  method: 'POST',
  path: '/standards/:id/take-effect',
  input: z.object({ id }),
  output: z.object({ state: standardState }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const publishVersion = endpoint({
  id: 'standard.publish-version',
  title: '发布新版本',
  method: 'POST',
  path: '/standards/:id/publish-version',
  input: z.object({
    id,
    label: text('版本名称', 40).meta({ description: '如 第1号修改单、对照正式文本核实' }),
    summary: text('变更说明', 600),
    issuedOn: day.optional().meta({ title: '发布日期' }),
    effectiveFrom: day.meta({ title: '实施日期' }),
    certainty: certainty.schema,
    clauses,
  }),
  output: z.object({ versionNo: z.int() }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const supersedeStandard = endpoint({
  id: 'standard.supersede',
  title: '登记被代替',
  method: 'POST',
  path: '/standards/:id/supersede',
  input: z.object({
    id,
    by: slug.meta({ title: '代替它的标准', description: '现行有效标准的地址代号' }),
    on: day.meta({ title: '自何日起' }),
  }),
  output: z.object({ state: standardState }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const withdrawStandard = endpoint({
  id: 'standard.withdraw',
  title: '废止标准',
  method: 'POST',
  path: '/standards/:id/withdraw',
  input: z.object({ id, on: day.meta({ title: '自何日起' }), reason: text('依据和原因', 300) }),
  output: z.object({ state: standardState }),
  refusals: ['wrong-state', 'not-found', 'rule-violated'],
})

export const publishGuidance = endpoint({
  id: 'standard.publish-guidance',
  title: '发布实施指导',
  method: 'POST',
  path: '/standards/:id/publish-guidance',
  input: z.object({
    id,
    clause: optionalText('条款号', 20),
    question: text('问题', 300),
    answer: text('指导意见', 3000),
  }),
  output: z.object({ guidanceId: id }),
  refusals: ['wrong-state', 'not-found'],
})

export const listedStandard = z.object({
  id,
  slug: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  layer: standardLayer.schema,
  kind: standardKind.schema,
  ipTypes: z.array(ipType.schema),
  state: standardState,
  certainty: certainty.schema,
  effectiveFrom: z.string().nullable(),
  clauses: z.int(),
  unconfirmed: z.int(),
})

export type ListedStandard = z.output<typeof listedStandard>

export const listStandards = endpoint({
  id: 'standard.list',
  title: '标准登记',
  method: 'GET',
  path: '/standards',
  input: z.object({}),
  output: z.object({ standards: z.array(listedStandard) }),
})

export const showStandard = endpoint({
  id: 'standard.show',
  title: '标准',
  method: 'GET',
  path: '/standards/:slug',
  input: z.object({ slug: z.string().trim().min(1).max(80) }),
  output: listedStandard.omit({ clauses: true, unconfirmed: true, effectiveFrom: true }).extend({
    titleEn: z.string(),
    region: z.string().nullable(),
    proposer: z.string(),
    draftingUnits: z.array(z.string()),
    basis: z.string(),
    supersedes: z.object({ slug: z.string(), title: z.string(), number: z.string().nullable() }).nullable(),
    supersededBy: z.object({ slug: z.string(), title: z.string(), number: z.string().nullable() }).nullable(),
    endedOn: z.string().nullable(),
    endReason: z.string().nullable(),
    versions: z.array(
      z.object({
        no: z.int(),
        label: z.string(),
        draft: z.boolean(),
        issuedOn: z.string().nullable(),
        effectiveFrom: z.string().nullable(),
        summary: z.string(),
        publishedAt: z.iso.datetime(),
      }),
    ),
    /** Of the last version, with its number. */
    versionNo: z.int().nullable(),
    clauses: z.array(clauseInput.extend({ id })),
    guidance: z.array(
      z.object({ clause: z.string(), question: z.string(), answer: z.string(), at: z.iso.datetime() }),
    ),
    consultations: z.array(
      z.object({
        id,
        state: z.enum(['OPEN', 'CLOSED']),
        opensOn: z.string(),
        closesOn: z.string(),
        notes: z.string(),
        comments: z.int(),
      }),
    ),
    certificates: z.array(
      z.object({
        number: z.string(),
        institution: z.string(),
        ipTypes: z.array(ipType.schema),
        from: z.string(),
        until: z.string(),
      }),
    ),
  }),
  refusals: ['not-found'],
})
