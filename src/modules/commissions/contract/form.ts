import { z } from 'zod'
import { optionalText, text } from '#kernel/text.ts'
import {
  appraiserChoice,
  commissionPurpose,
  deliveryMethod,
  partyRole,
  proceduralStage,
  urgency,
} from '#law/terms/commission-form.ts'
import { confidentiality } from '#law/terms/confidentiality.ts'
import { entrustingType } from '#law/terms/entrusting-type.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { materialArrival, materialCondition, materialKind } from '#law/terms/material.ts'
import { technicalField } from '#law/terms/technical-field.ts'

const date = z.iso.date('请填写日期，写作 2026-03-02')

export const question = z.strictObject({
  no: z.int().min(1).max(50),
  text: text('鉴定事项', 500, { min: 4 }),
})

export const party = z.strictObject({
  name: text('当事人名称', 120),
  role: partyRole.schema,
  unifiedSocialCreditCode: optionalText('统一社会信用代码', 18),
  agent: optionalText('代理人', 120),
})

export const listedMaterial = z.strictObject({
  name: text('材料名称', 200),
  kind: materialKind.schema,
  quantity: text('数量', 40),
  condition: materialCondition.schema,
  uniqueMark: optionalText('唯一性标识', 120),
  disposal: optionalText('保管与退还', 200),
})

/** The commission form (domain brief §7.1): what the entrusting side declares, and what the opinion is later built from. */
export const commissionForm = z.strictObject({
  institutionId: z.uuid('请选择鉴定机构').meta({ title: '鉴定机构' }),
  entrustingType: entrustingType.schema,
  contact: z.strictObject({
    name: text('经办人', 40),
    phone: text('联系电话', 40),
    address: text('联系地址', 200),
    unifiedSocialCreditCode: text('委托方统一社会信用代码', 18),
  }),
  title: text('委托事项名称', 120, { min: 4 }),
  purpose: commissionPurpose.schema,
  proceduralStage: proceduralStage.schema,
  courtCaseNo: optionalText('案号', 60),
  crossExaminationRecordNo: optionalText('质证笔录编号', 60),
  reappraisal: z.boolean().default(false).meta({ title: '是否重新鉴定' }),
  caseFacts: text('基本案情', 5000, { min: 10 }),
  ipType: ipType.schema,
  field: technicalField.schema,
  right: z.strictObject({
    number: text('权利编号', 40),
    title: text('权利名称', 200),
    holder: text('权利人', 200),
    legalStatusDate: date.meta({ title: '法律状态日期' }),
    claimText: text('权利要求（全文）', 20_000, { min: 10 }),
    assertedClaims: text('主张的权利要求', 60),
  }),
  accused: z.strictObject({
    name: text('被诉产品或方法名称', 200),
    description: text('被诉产品或方法描述', 10_000, { min: 4 }),
  }),
  parties: z.array(party).min(1, '请至少填写一方当事人').max(40),
  questions: z.array(question).min(1, '请至少提出一个鉴定事项').max(50),
  appraiserChoice: appraiserChoice.schema.default('BY_INSTITUTION'),
  namedAppraisers: optionalText('指定的鉴定人', 200),
  recusalRequest: optionalText('回避请求', 500),
  materials: z.array(listedMaterial).min(1, '请列出鉴定材料').max(200),
  materialArrival: materialArrival.schema,
  fee: z.strictObject({
    payer: text('鉴定费交纳人', 120),
    basis: text('收费依据', 200),
    refund: text('终止时的退费约定', 300),
  }),
  delivery: z.strictObject({
    method: deliveryMethod.schema,
    address: text('送达地址', 200),
    copies: z.int().min(1).max(20).default(3).meta({ title: '份数' }),
  }),
  confidentiality: confidentiality.schema.default('INTERNAL'),
  urgency: urgency.schema.default('ORDINARY'),
  agreedWorkingDays: z
    .int()
    .min(1)
    .max(365)
    .nullable()
    .default(null)
    .meta({ title: '约定的鉴定期限（工作日）' }),
  otherTerms: optionalText('其他约定', 1000),
  letterFileId: z.uuid('请上传委托函件').meta({ title: '委托函件' }),
  declarations: z.strictObject({
    lawfulMaterials: z.boolean().meta({ title: '所送材料真实、来源合法' }),
    lawfulUse: z.boolean().meta({ title: '鉴定意见只用于所填用途' }),
    notElsewhere: z.boolean().meta({ title: '同一事项没有同时委托其他机构' }),
    noStateSecrets: z.boolean().meta({ title: '材料不含国家秘密' }),
  }),
})
export type CommissionForm = z.output<typeof commissionForm>
