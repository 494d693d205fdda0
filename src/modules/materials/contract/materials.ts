import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { confidentiality } from '#law/terms/confidentiality.ts'
import {
  crossExamination,
  custodyEventKind,
  materialArrival,
  materialCondition,
  materialKind,
} from '#law/terms/material.ts'
import { storedFile } from './files.ts'

const id = z.uuid()
const at = z.iso.datetime()

/** T-01: what is checked and noted when material arrives. Registration is also the first event of its custody. */
export const registerMaterial = endpoint({
  id: 'material.register',
  title: '登记材料',
  method: 'POST',
  path: '/cases/:id/register-material',
  input: z.object({
    id,
    name: text('材料名称', 200),
    kind: materialKind.schema,
    quantity: text('数量', 40),
    condition: materialCondition.schema,
    uniqueMark: optionalText('唯一性标识', 120),
    preservation: text('保存条件与存放地点', 200),
    confidentiality: confidentiality.schema.optional().meta({ title: '保密级别（不填则同案件）' }),
    arrival: materialArrival.schema,
    mandate: optionalText('送交授权（委托书编号）', 200),
    seal: optionalText('封签编号与签署人', 200),
    collectedBy: z.array(id).max(20).default([]).meta({ title: '现场提取人员' }),
    witness: optionalText('见证人', 120),
    providedBy: text('提供方', 200),
    receivedAt: at.meta({ title: '接收时间' }),
    fileIds: z.array(id).max(50).default([]).meta({ title: '文件' }),
  }),
  output: z.object({ materialId: id, no: z.int() }),
  refusals: ['not-found', 'rule-violated'],
})

export const confirmMaterial = endpoint({
  id: 'material.confirm',
  title: '确认材料',
  method: 'POST',
  path: '/materials/:id/confirm',
  input: z.object({ id }),
  output: z.object({ confirmed: z.boolean() }),
  refusals: ['not-found', 'rule-violated'],
})

export const recordCrossExamination = endpoint({
  id: 'material.record-cross-examination',
  title: '记录质证情况',
  method: 'POST',
  path: '/materials/:id/record-cross-examination',
  input: z.object({
    id,
    outcome: crossExamination.schema,
    recordNo: optionalText('质证笔录编号', 60),
    note: optionalText('说明', 500),
  }),
  output: z.object({ outcome: crossExamination.schema }),
  refusals: ['not-found', 'rule-violated'],
})

export const checkIdentity = endpoint({
  id: 'material.check-identity',
  title: '核对检材同一性',
  method: 'POST',
  path: '/materials/:id/check-identity',
  input: z.object({
    id,
    matches: z.boolean().meta({ title: '实物与清单所列为同一物' }),
    reason: text('核对依据', 500, { min: 4 }),
    photoFileId: id.nullable().default(null).meta({ title: '照片' }),
  }),
  output: z.object({ matches: z.boolean() }),
  refusals: ['not-found', 'rule-violated'],
})

export const consentToConsumption = endpoint({
  id: 'material.consent-to-consumption',
  title: '书面同意耗损检材',
  method: 'POST',
  path: '/materials/:id/consent-to-consumption',
  input: z.object({
    id,
    extent: text('同意耗损的范围', 500, { min: 4 }),
    reserve: text('留存备份的部分', 200),
    fileId: id.nullable().default(null).meta({ title: '书面同意文件' }),
  }),
  output: z.object({ consentId: id }),
  refusals: ['not-found', 'rule-violated'],
})

/** T-05: every move. Registration wrote the first event; RECEIVED is therefore not among the choices. */
export const recordCustody = endpoint({
  id: 'material.record-custody',
  title: '记录流转',
  method: 'POST',
  path: '/materials/:id/record-custody',
  input: z.object({
    id,
    kind: custodyEventKind.schema.exclude(['RECEIVED']).meta({ title: '流转环节' }),
    from: text('交出人', 120),
    toAccountId: id.nullable().default(null).meta({ title: '接收人（本机构人员）' }),
    toName: optionalText('接收人（机构外）', 120),
    place: text('地点', 120),
    condition: materialCondition.schema,
    reason: text('事由', 300),
    happenedAt: at.meta({ title: '发生时间' }),
    part: z
      .object({
        name: text('分出部分的名称', 200),
        quantity: text('分出部分的数量', 40),
        uniqueMark: text('分出部分的唯一性标识', 120),
      })
      .nullable()
      .default(null)
      .meta({ title: '分出的部分' }),
  }),
  output: z.object({ seq: z.int(), partId: id.nullable() }),
  refusals: ['not-found', 'rule-violated'],
})

/** T-09: reads the stored bytes of all its files again. */
export const verifyBytes = endpoint({
  id: 'material.verify-bytes',
  title: '复核电子材料',
  method: 'POST',
  path: '/materials/:id/verify-bytes',
  input: z.object({ id }),
  output: z.object({ verifiedAt: at, files: z.array(z.object({ fileId: id, sha256: z.string() })) }),
  refusals: ['not-found', 'rule-violated'],
})

/** The words of the promise; what a person undertook is this text at that time. */
export const undertaking =
  '本人因办理本案接触涉密材料，承诺仅用于本案鉴定，不复制、不外传、不对外谈论，办结后按要求退还，并对违反承诺承担法律责任。'

export const undertakeConfidentiality = endpoint({
  id: 'material.undertake-confidentiality',
  title: '签署保密承诺',
  method: 'POST',
  path: '/cases/:id/undertake-confidentiality',
  input: z.object({
    id,
    promise: z.literal(undertaking, '请阅读并同意保密承诺全文').meta({ title: '保密承诺' }),
  }),
  output: z.object({ at }),
  refusals: ['not-found', 'rule-violated'],
})

const material = z.object({
  id,
  no: z.int(),
  caseId: id,
  splitFrom: id.nullable(),
  name: z.string(),
  kind: materialKind.schema,
  quantity: z.string(),
  condition: materialCondition.schema,
  uniqueMark: z.string(),
  preservation: z.string(),
  confidentiality: confidentiality.schema,
  arrival: materialArrival.schema,
  mandate: z.string(),
  seal: z.string(),
  witness: z.string(),
  providedBy: z.string(),
  registeredAt: at,
  confirmed: z.boolean(),
  crossExamination: crossExamination.schema,
  crossExaminationNo: z.string(),
  /** Null until somebody compared. */
  identityMatches: z.boolean().nullable(),
  identityReason: z.string().nullable(),
  bytesVerifiedAt: at.nullable(),
  holder: z.string(),
  place: z.string(),
  lastEvent: custodyEventKind.schema,
  fileCount: z.int(),
})
export type MaterialShown = z.output<typeof material>

export const listMaterials = endpoint({
  id: 'material.list',
  title: '案件材料',
  method: 'GET',
  path: '/cases/:id/materials',
  input: z.object({ id }),
  output: z.object({
    case: z.object({
      code: z.string(),
      title: z.string(),
      profile: z.string(),
      confidentiality: confidentiality.schema,
    }),
    items: z.array(material),
    /** What still stands against the start of the appraisal. */
    readiness: z.object({
      unconfirmed: z.array(z.string()),
      unexamined: z.array(z.string()),
      identityUnchecked: z.array(z.string()),
      undertakingMissing: z.array(z.string()),
    }),
    /** Staff of the institution, to whom material can be handed. Empty for the entrusting side. */
    staff: z.array(z.object({ accountId: id, name: z.string() })),
    /** The platform's time, with which forms begin: the device may be wrong. */
    now: at,
  }),
  refusals: ['not-found'],
})

const custody = z.object({
  seq: z.int(),
  kind: custodyEventKind.schema,
  from: z.string(),
  to: z.string(),
  place: z.string(),
  condition: materialCondition.schema,
  reason: z.string(),
  happenedAt: at,
  recordedBy: z.string(),
  recordedAt: at,
})
export type CustodyShown = z.output<typeof custody>

export const showMaterial = endpoint({
  id: 'material.show',
  title: '查看材料',
  method: 'GET',
  path: '/materials/:id',
  input: z.object({ id }),
  output: material.extend({
    code: z.string(),
    caseTitle: z.string(),
    files: z.array(storedFile),
    custody: z.array(custody),
    confirmations: z.array(z.object({ organisation: z.string(), name: z.string(), at })),
    consents: z.array(z.object({ id, extent: z.string(), reserve: z.string(), by: z.string(), at })),
    staff: z.array(z.object({ accountId: id, name: z.string() })),
    now: at,
  }),
  refusals: ['not-found'],
})

/** T-01: the note that giver and receiver of one hand-over keep. */
export const showReceipt = endpoint({
  id: 'material.receipt',
  title: '材料交接凭证',
  method: 'GET',
  path: '/materials/:id/receipt',
  input: z.object({ id, seq: z.coerce.number().int().min(1).max(100_000).default(1) }),
  output: z.object({
    institution: z.string(),
    client: z.string(),
    code: z.string(),
    caseTitle: z.string(),
    material,
    event: custody,
    files: z.array(z.object({ name: z.string(), sha256: z.string(), size: z.int() })),
  }),
  refusals: ['not-found'],
})
