import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { provinceOf } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { declineReason, exclusion, selectionWay } from '#law/terms/selection.ts'
import { technicalField } from '#law/terms/technical-field.ts'

const id = z.uuid()
const state = z.string()
const date = z.string()
const time = z.iso.datetime()
/** Key of the register, `institution:…`. */
const key = z.string().max(80)
const hash = z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制数')

/** What an authority needs an institution for. The names serve the conflict check and are shown to whom it is offered. */
export const need = z.strictObject({
  title: text('鉴定事项简述', 120, { min: 4 }),
  caseNo: text('案号或办案文号', 60).meta({ description: '同一案件同一时间只办理一次遴选' }),
  ipType: ipType.schema,
  field: technicalField.schema
    .nullable()
    .default(null)
    .meta({ title: '技术领域', description: '不选则不限领域' }),
  /** First two digits of a division code. */
  region: z
    .string()
    .regex(/^\d{2}$/)
    .refine((code) => provinceOf(code) !== undefined, '请选择省份')
    .nullable()
    .default(null)
    .meta({ title: '机构所在地', description: '不选则不限地区' }),
  rightHolder: optionalText('权利人', 200).meta({ description: '用于核查利害关系' }),
  parties: z.array(text('当事人名称', 120)).min(1, '请至少填写一方当事人').max(40).meta({ title: '当事人' }),
})

export type Need = z.output<typeof need>

export const describeNeed = endpoint({
  id: 'selection.describe',
  title: '提出遴选需求',
  method: 'POST',
  path: '/selections/describe',
  input: need,
  output: z.object({ id, state, eligible: z.int() }),
  refusals: ['rule-violated'],
})

export const withdrawSelection = endpoint({
  id: 'selection.withdraw',
  title: '撤回遴选',
  method: 'POST',
  path: '/selections/:id/withdraw',
  input: z.object({ id, reason: text('撤回理由', 300) }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const agree = endpoint({
  id: 'selection.agree',
  title: '登记协商选定',
  method: 'POST',
  path: '/selections/:id/agree',
  input: z.object({
    id,
    key: key.meta({ title: '选定的机构' }),
    record: text('协商记录', 300).meta({ description: '写明各方何时、以何种方式同意，笔录编号' }),
  }),
  output: z.object({ state, answerBy: date }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const designate = endpoint({
  id: 'selection.designate',
  title: '指定机构',
  method: 'POST',
  path: '/selections/:id/designate',
  input: z.object({
    id,
    key: key.meta({ title: '指定的机构' }),
    record: text('指定理由', 300, { min: 10 }).meta({ description: '写明为什么由这家机构办理' }),
  }),
  output: z.object({ state, answerBy: date }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const commitDraw = endpoint({
  id: 'selection.commit-draw',
  title: '登记抽签承诺',
  method: 'POST',
  path: '/selections/:id/commit-draw',
  input: z.object({ id, commitment: hash.meta({ title: '密钥的 SHA-256' }) }),
  output: z.object({ state, size: z.int(), openBy: date }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const advanceDraw = endpoint({
  id: 'selection.advance-draw',
  title: '推进日志（抽签）',
  method: 'POST',
  path: '/selections/:id/advance-draw',
  input: z.object({ id }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state'],
})

export const openDraw = endpoint({
  id: 'selection.open-draw',
  title: '开封',
  method: 'POST',
  path: '/selections/:id/open-draw',
  input: z.object({ id, secret: hash.meta({ title: '密钥' }) }),
  output: z.object({ state, picked: key, answerBy: date }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const voidDraw = endpoint({
  id: 'selection.void-draw',
  title: '作废抽签',
  method: 'POST',
  path: '/selections/:id/void-draw',
  input: z.object({ id }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const followDraw = endpoint({
  id: 'selection.follow-draw',
  title: '递补',
  method: 'POST',
  path: '/selections/:id/follow-draw',
  input: z.object({ id }),
  output: z.object({ state, key }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const exhaustDraw = endpoint({
  id: 'selection.exhaust-draw',
  title: '结束抽签',
  method: 'POST',
  path: '/selections/:id/exhaust-draw',
  input: z.object({ id }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const acceptOffer = endpoint({
  id: 'selection.accept-offer',
  title: '承接',
  method: 'POST',
  path: '/selections/:id/accept-offer',
  input: z.object({
    id,
    noConflict: z.boolean().meta({ title: '已核查本机构及其人员与当事人、权利人没有利害关系' }),
  }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const declineOffer = endpoint({
  id: 'selection.decline-offer',
  title: '谢绝',
  method: 'POST',
  path: '/selections/:id/decline-offer',
  input: z.object({
    id,
    ground: declineReason.schema,
    explanation: optionalText('说明', 300).meta({ description: '只给委托机关看，不公开' }),
  }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const lapseOffer = endpoint({
  id: 'selection.lapse-offer',
  title: '记明逾期未答复',
  method: 'POST',
  path: '/selections/:id/lapse-offer',
  input: z.object({ id }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

const row = z.object({
  id,
  title: z.string(),
  caseNo: z.string(),
  state,
  ipType: z.string(),
  way: selectionWay.schema.nullable(),
  /** The institution that it stands with or was accepted by. */
  institution: z.string().nullable(),
  /** What somebody must do by then. */
  due: date.nullable(),
  describedAt: time,
})

export type SelectionRow = z.output<typeof row>

export const listSelections = endpoint({
  id: 'selection.list',
  title: '遴选列表',
  method: 'GET',
  path: '/selections',
  input: z.object({}),
  output: z.object({ items: z.array(row) }),
})

const offer = z.object({
  no: z.int(),
  institution: z.string(),
  institutionId: id,
  key,
  way: selectionWay.schema,
  place: z.int().nullable(),
  record: z.string(),
  offeredAt: time,
  answerBy: date,
  answer: z.enum(['PENDING', 'ACCEPTED', 'DECLINED', 'LAPSED']),
  reason: z.string().nullable(),
  explanation: z.string().nullable(),
  answeredAt: time.nullable(),
})

export const showSelection = endpoint({
  id: 'selection.show',
  title: '查看遴选',
  method: 'GET',
  path: '/selections/:id',
  input: z.object({ id }),
  output: z.object({
    id,
    state,
    authority: z.string(),
    describedBy: z.string(),
    describedAt: time,
    need,
    /** Offers that this reader may see: an institution its own, the authority all. */
    offers: z.array(offer),
    /** Null for the institution that it was offered to. */
    assessed: z
      .object({
        registerSize: z.int(),
        candidates: z.array(z.object({ key, name: z.string(), number: z.string(), region: z.string() })),
        /** The first thousand, those out of scope last; `counts` counts all. */
        excluded: z.array(z.object({ key, name: z.string(), number: z.string(), reason: exclusion.schema })),
        counts: z.record(z.string(), z.int()),
        /** For the auditor alone: the cause behind each RESERVED. */
        causes: z.array(z.object({ key, cause: z.string() })).nullable(),
      })
      .nullable(),
    draw: z
      .object({
        commitment: z.string(),
        size: z.int(),
        logIndex: z.int(),
        openBy: date,
        committedAt: time,
        candidates: z.int(),
        /** Size of the newest published checkpoint: opening waits until it reaches `size`. */
        publishedSize: z.int(),
        opened: z.object({ at: time, order: z.array(z.object({ key, name: z.string() })) }).nullable(),
      })
      .nullable(),
  }),
  refusals: ['not-found'],
})
