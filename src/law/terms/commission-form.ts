import { term } from '#kernel/term.ts'

/** What the opinion is wanted for (domain brief §7.1). */
export const commissionPurpose = term('鉴定用途', {
  TRIAL: '诉讼',
  INVESTIGATION: '侦查办案',
  MEDIATION: '调解',
  ARBITRATION: '仲裁',
  ADMINISTRATION: '行政处理',
  OTHER: '其他',
})

export type CommissionPurpose = (typeof commissionPurpose.codes)[number]

/** Where the dispute stands when the commission is filed. */
export const proceduralStage = term('程序阶段', {
  BEFORE_PROCEEDINGS: '诉前或者立案前',
  INVESTIGATION: '侦查',
  PROSECUTION_REVIEW: '审查起诉',
  FIRST_INSTANCE: '一审',
  SECOND_INSTANCE: '二审',
  RETRIAL: '再审',
  ADMINISTRATIVE_HANDLING: '行政处理',
  ARBITRATION: '仲裁',
  MEDIATION: '调解',
  ENFORCEMENT: '执行',
})

export type ProceduralStage = (typeof proceduralStage.codes)[number]

/** Role of a person or organisation in the dispute. */
export const partyRole = term('当事人地位', {
  RIGHT_HOLDER: '权利人',
  ACCUSED: '被诉方',
  PLAINTIFF: '原告',
  DEFENDANT: '被告',
  APPELLANT: '上诉人',
  APPELLEE: '被上诉人',
  RETRIAL_APPLICANT: '再审申请人',
  RETRIAL_RESPONDENT: '再审被申请人',
  APPLICANT: '申请人',
  RESPONDENT: '被申请人',
  SUSPECT: '犯罪嫌疑人、被告人',
  VICTIM: '被害人',
  THIRD_PARTY: '第三人',
})

export type PartyRole = (typeof partyRole.codes)[number]

/** How the appraisers are chosen. */
export const appraiserChoice = term('鉴定人的确定', {
  BY_INSTITUTION: '由鉴定机构指定',
  NAMED: '委托方指定',
})

export type AppraiserChoice = (typeof appraiserChoice.codes)[number]

/** How the fee is settled before the clock starts. Fees are agreed: no national table exists. */
export const feeAdvance = term('鉴定费预交', {
  PREPAID: '已预交',
  WAIVED: '免予预交',
  PENDING: '待预交',
})

export type FeeAdvance = (typeof feeAdvance.codes)[number]

/** How the opinion reaches its recipient. */
export const deliveryMethod = term('送达方式', {
  ELECTRONIC: '电子送达',
  IN_PERSON: '当面领取',
  POST: '邮寄',
  THROUGH_ENTRUSTING_PARTY: '由委托方转交',
})

export type DeliveryMethod = (typeof deliveryMethod.codes)[number]

export const urgency = term('紧急程度', {
  ORDINARY: '一般',
  COMPLEX: '重大、疑难、复杂',
  URGENT: '紧急',
})

export type Urgency = (typeof urgency.codes)[number]

/** O-02: from which layer the method is taken; the last needs the client's written consent. */
export const methodTier = term('方法依据的层级', {
  NATIONAL_STANDARD: '国家标准',
  INDUSTRY_STANDARD: '行业标准或者技术规范',
  GROUP_STANDARD: '团体标准',
  EXPERT_ACCEPTED: '本专业多数专家认可的方法',
})

export type MethodTier = (typeof methodTier.codes)[number]
