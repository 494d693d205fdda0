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
    people: { cnipa: { name: '周处长', title: '处长', roles: ['CNIPA_OFFICER'] } },
  },
  jia: institution('甲知识产权鉴定中心', '440000', '12440000455800020H', 'jia'),
  yi: institution('乙知识产权鉴定所', '310000', '91310115200000048C', 'yi'),
} as const satisfies Record<string, CastOrganisation>

function institution(name: string, region: string, code: string, prefix: string): CastOrganisation {
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
      [`${prefix}-head`]: person('孙主任', '主任', 'INSTITUTION_HEAD'),
      [`${prefix}-admin`]: person('李管理', '办公室主任', 'INSTITUTION_ADMIN'),
      [`${prefix}-intake`]: person('王受理', '受理员', 'INTAKE_CLERK'),
      [`${prefix}-custodian`]: person('赵保管', '材料管理员', 'MATERIAL_CUSTODIAN'),
      [`${prefix}-appraiser1`]: person('陈鉴一', '研究员', 'APPRAISER'),
      [`${prefix}-appraiser2`]: person('吴䶮二', '高级工程师', 'APPRAISER'),
      [`${prefix}-appraiser3`]: person('郑鉴三', '高级工程师', 'APPRAISER'),
      [`${prefix}-reviewer`]: person('冯复核', '正高级工程师', 'REVIEWER'),
      [`${prefix}-issuer`]: person('褚签发', '副主任', 'AUTHORIZED_ISSUER'),
      [`${prefix}-archivist`]: person('卫档案', '档案员', 'ARCHIVIST'),
    },
  }
}

export const password = '演示口令-Mingjian-2026'
export const administrator = { login: 'admin', name: '管理员', organisationName: '明鉴平台运行中心' }
export const auditor = { login: 'auditor', name: '审计员', title: '审计员', roles: ['AUDITOR'] as const }
