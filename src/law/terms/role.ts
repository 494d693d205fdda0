import { term } from '#kernel/term.ts'

/** Roles that a person can hold (domain brief §2 and §16). The head of an institution is never appraiser or reviewer of the case. */
export const role = term('角色', {
  CNIPA_OFFICER: '国家知识产权局工作人员',
  PROVINCIAL_OFFICER: '省级知识产权管理部门工作人员',
  LOCAL_CENTER_OFFICER: '地方中心工作人员',
  ASSOCIATION_SECRETARY: '行业自律组织秘书处',
  LOCAL_ASSOCIATION_SECRETARY: '地方行业自律组织秘书处',
  DISCIPLINE_COMMITTEE: '惩戒委员会委员',
  EVALUATION_EXPERT: '评审专家',
  INSTITUTION_ADMIN: '机构管理员',
  INSTITUTION_HEAD: '机构负责人',
  INTAKE_CLERK: '受理人员',
  MATERIAL_CUSTODIAN: '材料保管人',
  APPRAISER: '鉴定人',
  APPRAISAL_ASSISTANT: '鉴定辅助人员',
  REVIEWER: '复核人',
  AUTHORIZED_ISSUER: '授权签发人',
  ARCHIVIST: '档案管理员',
  ENTRUSTING_OFFICER: '委托方经办人',
  PARTY_REPRESENTATIVE: '当事人（代理人）',
  CONSULTING_EXPERT: '咨询专家',
  PUBLIC: '公众',
  SYSTEM_ADMIN: '系统管理员',
  AUDITOR: '审计员',
})

export type RoleCode = (typeof role.codes)[number]
