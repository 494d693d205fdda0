import type { RoleCode } from '#law/terms/role.ts'
import type { OrganisationKind } from '#modules/identity/contract.ts'

export interface CastOrganisation {
  readonly kind: OrganisationKind
  readonly name: string
  readonly unifiedSocialCreditCode: string
  readonly region: string
  readonly people: Readonly<Record<string, CastPerson>>
}

export interface CastPerson {
  readonly name: string
  readonly title: string
  readonly roles: readonly RoleCode[]
}

/** Family names of an institution's eleven people, so that no two are called alike. */
const families = {
  jia: '孙李王赵陈吴郑冯褚卫钱',
  yi: '蒋沈韩杨朱秦尤许何吕谢',
  bing: '施张孔曹严华金魏陶姜戚',
} as const

/** Who plays in tests, walkthrough and demonstration. Logins are keys; every name is made up. */
export const cast = {
  court: {
    kind: 'court',
    name: '演示市知识产权法院',
    unifiedSocialCreditCode: '11440000455800020L',
    region: '440100',
    people: {
      'court-officer': { name: '林书记', title: '法官助理', roles: ['ENTRUSTING_OFFICER'] },
    },
  },
  agency: {
    kind: 'agency',
    name: '演示市市场监督管理局',
    unifiedSocialCreditCode: '11440100455800039N',
    region: '440100',
    people: { 'agency-officer': { name: '方执法', title: '四级主任科员', roles: ['ENTRUSTING_OFFICER'] } },
  },
  party: {
    kind: 'party',
    name: '演示管道有限公司',
    unifiedSocialCreditCode: '91310115MA1H00039W',
    region: '310115',
    people: { party: { name: '钱代理', title: '法务', roles: ['PARTY_REPRESENTATIVE'] } },
  },
  national: {
    kind: 'national-office',
    name: '国家知识产权局（演示）',
    unifiedSocialCreditCode: '11100000000013338W',
    region: '110000',
    people: {
      cnipa: { name: '周处长', title: '处长', roles: ['CNIPA_OFFICER'] },
      // Whoever proposes never decides: the office has a second person.
      cnipa2: { name: '吴副处长', title: '副处长', roles: ['CNIPA_OFFICER'] },
    },
  },
  association: {
    kind: 'association',
    name: '演示知识产权鉴定专业委员会',
    unifiedSocialCreditCode: '51100000500000015P',
    region: '110000',
    people: {
      association: { name: '沈秘书', title: '秘书长', roles: ['ASSOCIATION_SECRETARY'] },
      'association-deputy': { name: '邵副秘书', title: '副秘书长', roles: ['ASSOCIATION_SECRETARY'] },
      expert1: { name: '高专家', title: '教授', roles: ['EVALUATION_EXPERT'] },
      expert2: { name: '汪专家', title: '研究员', roles: ['EVALUATION_EXPERT'] },
      expert3: { name: '潘专家', title: '教授级高级工程师', roles: ['EVALUATION_EXPERT'] },
    },
  },
  sichuan: {
    kind: 'province',
    name: '四川省知识产权服务促进中心（演示）',
    unifiedSocialCreditCode: '12510000450715003D',
    region: '510000',
    people: { province: { name: '罗科长', title: '科长', roles: ['PROVINCIAL_OFFICER'] } },
  },
  jia: institution('甲知识产权鉴定中心', '440000', '12440000455800020H', 'jia'),
  yi: institution('乙知识产权鉴定所', '310000', '91310115200000048C', 'yi'),
  bing: institution('丙知识产权鉴定研究院', '510000', '12510000450800064D', 'bing'),
} as const satisfies Record<string, CastOrganisation>

function institution(
  name: string,
  region: string,
  code: string,
  prefix: keyof typeof families,
): CastOrganisation {
  const names = [...families[prefix]]
  const person = (shown: string, title: string, ...roles: RoleCode[]): CastPerson => ({
    name: shown,
    title,
    roles,
  })
  return {
    kind: 'institution',
    name,
    unifiedSocialCreditCode: code,
    region,
    people: {
      [`${prefix}-head`]: person(`${names[0]}主任`, '主任', 'INSTITUTION_HEAD'),
      [`${prefix}-admin`]: person(`${names[1]}管理`, '办公室主任', 'INSTITUTION_ADMIN'),
      [`${prefix}-intake`]: person(`${names[2]}受理`, '受理员', 'INTAKE_CLERK'),
      [`${prefix}-custodian`]: person(`${names[3]}保管`, '材料管理员', 'MATERIAL_CUSTODIAN'),
      [`${prefix}-appraiser1`]: person(`${names[4]}鉴一`, '研究员', 'APPRAISER'),
      [`${prefix}-appraiser2`]: person(`${names[5]}䶮二`, '高级工程师', 'APPRAISER'),
      [`${prefix}-appraiser3`]: person(`${names[6]}鉴三`, '高级工程师', 'APPRAISER'),
      [`${prefix}-reviewer`]: person(`${names[7]}复核`, '正高级工程师', 'REVIEWER'),
      [`${prefix}-issuer`]: person(`${names[8]}签发`, '副主任', 'AUTHORIZED_ISSUER'),
      [`${prefix}-assistant`]: person(`${names[10]}辅助`, '实验员', 'APPRAISAL_ASSISTANT'),
      [`${prefix}-archivist`]: person(`${names[9]}档案`, '档案员', 'ARCHIVIST'),
    },
  }
}

export const password = '演示口令-Mingjian-2026'
export const administrator = { login: 'admin', name: '管理员', organisationName: '明鉴平台运行中心' }
export const auditor = { login: 'auditor', name: '审计员', title: '审计员', roles: ['AUDITOR'] as const }
