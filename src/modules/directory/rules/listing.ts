import { rule } from '#kernel/rule.ts'
import { chongqing } from '#law/chongqing-2019.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { checkRegionCode } from '#law/identifiers/region.ts'
import { shanghai } from '#law/shanghai-2019.ts'

export const listedIsInstitution = rule<{ readonly organisation: { readonly kind: string } }>({
  id: 'listed-is-institution',
  brief: '2.4.3',
  says: '只有鉴定机构可以列入名录',
  basis: [guidingOpinion.clause('二（四）3')],
  inForceFrom: guidingOpinion.inForceFrom,
  check: ({ organisation }) =>
    organisation.kind === 'institution'
      ? 'pass'
      : { fail: '该单位不是鉴定机构', remedy: '请由系统管理员按“鉴定机构”登记单位后再办理' },
})

export const headOfInstitution = rule<{
  readonly personInCharge: { readonly roles: readonly string[] } | null
}>({
  id: 'person-in-charge-of-institution',
  brief: 'H-13',
  says: '机构负责人须为本机构持有相应角色的人员',
  basis: [houseRules.clause('H-13')],
  check: ({ personInCharge }) =>
    personInCharge?.roles.includes('INSTITUTION_HEAD')
      ? 'pass'
      : {
          fail: '所选人员不是该机构的机构负责人',
          remedy: '请先为该机构人员授予“机构负责人”角色，再选择该人员',
          field: 'personInCharge',
        },
})

export const listedRegionValid = rule<{ readonly input: { readonly region: string } }>({
  id: 'institution-region-valid',
  brief: 'H-01',
  says: '机构的行政区划代码须有效，它写入统一案件编码',
  basis: [houseRules.clause('H-01'), houseRules.clause('A-13')],
  check: ({ input }) => {
    const checked = checkRegionCode(input.region)
    return checked.ok === false
      ? { fail: checked.reason, remedy: '请填写6位行政区划代码', field: 'region' }
      : 'pass'
  },
})

export const scopeDatesInOrder = rule<{
  readonly input: { readonly until?: string | undefined }
  readonly from: string
}>({
  id: 'scope-dates-in-order',
  brief: '2.8.4',
  says: '业务范围的截止日不得早于起始日',
  basis: [guidingOpinion.clause('二（八）4')],
  inForceFrom: guidingOpinion.inForceFrom,
  check: ({ input, from }) =>
    input.until !== undefined && input.until < from
      ? { fail: `截止日 ${input.until} 早于起始日 ${from}`, remedy: '请改正日期', field: 'until' }
      : 'pass',
})

interface AppraiserFacts {
  readonly person: { readonly organisationId: string; readonly roles: readonly string[] }
  readonly institutionId: string
  /** Name of the institution where this person or practice number is registered already. */
  readonly registeredAt: string | null
}

export const appraiserIsOwnStaff = rule<AppraiserFacts>({
  id: 'appraiser-is-own-staff',
  brief: '2.8.5',
  says: '登记为鉴定人的须为本机构人员，并具有鉴定人角色',
  basis: [guidingOpinion.clause('二（八）5')],
  inForceFrom: guidingOpinion.inForceFrom,
  check: ({ person, institutionId }) =>
    person.organisationId === institutionId && person.roles.includes('APPRAISER')
      ? 'pass'
      : {
          fail: '该人员不是本机构的鉴定人',
          remedy: '请先为本机构人员开立账号并授予“鉴定人”角色',
          field: 'accountId',
        },
})

export const oneInstitutionOnly = rule<AppraiserFacts>({
  id: 'one-institution-only',
  brief: 'P-03',
  says: '鉴定人只能在一个鉴定机构执业',
  basis: [shanghai.clause('第37条'), guangdong.clause('第16条'), chongqing.clause('第21条')],
  check: ({ registeredAt }) =>
    registeredAt === null
      ? 'pass'
      : {
          fail: `该鉴定人已在“${registeredAt}”登记`,
          remedy: '请先由原登记机构办结离任，再在本机构登记',
          field: 'practiceNo',
        },
})
