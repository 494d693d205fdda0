import type { Actor } from '#kernel/command.ts'
import { rule } from '#kernel/rule.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { checkRegionCode } from '#law/identifiers/region.ts'
import { checkUnifiedSocialCreditCode } from '#law/identifiers/unified-social-credit-code.ts'
import { type EntrustingType, entrustingType } from '#law/terms/entrusting-type.ts'
import { type RoleCode, role } from '#law/terms/role.ts'
import { type FirstDuty, firstDuty, type OrganisationKind, organisationKind } from './contract.ts'

/** How long a session lasts: absolutely, and without being used. */
export const sessionLimits = { hours: 8, idleMinutes: 30 } as const

const entrusting: readonly RoleCode[] = ['ENTRUSTING_OFFICER']
const representing: readonly RoleCode[] = ['PARTY_REPRESENTATIVE']

/** Which roles the people of an organisation can hold (domain brief §2). */
export const rolesOfOrganisation: Readonly<Record<OrganisationKind, readonly RoleCode[]>> = {
  'national-office': ['CNIPA_OFFICER'],
  province: ['PROVINCIAL_OFFICER', 'LOCAL_CENTER_OFFICER'],
  association: [
    'ASSOCIATION_SECRETARY',
    'LOCAL_ASSOCIATION_SECRETARY',
    'DISCIPLINE_COMMITTEE',
    'EVALUATION_EXPERT',
    'CONSULTING_EXPERT',
  ],
  institution: [
    'INSTITUTION_ADMIN',
    'INSTITUTION_HEAD',
    'INTAKE_CLERK',
    'MATERIAL_CUSTODIAN',
    'APPRAISER',
    'APPRAISAL_ASSISTANT',
    'REVIEWER',
    'AUTHORIZED_ISSUER',
    'ARCHIVIST',
  ],
  court: entrusting,
  agency: entrusting,
  police: entrusting,
  procuratorate: entrusting,
  arbitration: entrusting,
  mediation: entrusting,
  party: representing,
  'law-firm': representing,
  platform: ['SYSTEM_ADMIN', 'AUDITOR'],
}

/**
 * As which kind of entrusting side an organisation may commission where it is not entered as one in particular: a court
 * has civil, administrative and criminal divisions.
 */
export const entrustingTypesOfKind: Readonly<Record<OrganisationKind, readonly EntrustingType[]>> = {
  'national-office': [],
  province: [],
  association: [],
  institution: [],
  platform: [],
  court: ['COURT_CIVIL', 'COURT_ADMINISTRATIVE', 'COURT_CRIMINAL'],
  agency: ['ADMIN_ADJUDICATION', 'ADMIN_ENFORCEMENT', 'CUSTOMS'],
  police: ['POLICE'],
  procuratorate: ['PROCURATORATE'],
  arbitration: ['ARBITRATION'],
  mediation: ['MEDIATION'],
  party: ['PARTY'],
  'law-firm': ['LAW_FIRM'],
}

const government: readonly RoleCode[] = ['CNIPA_OFFICER', 'PROVINCIAL_OFFICER', 'LOCAL_CENTER_OFFICER']
const association: readonly RoleCode[] = [
  'ASSOCIATION_SECRETARY',
  'LOCAL_ASSOCIATION_SECRETARY',
  'DISCIPLINE_COMMITTEE',
]
const apart: readonly RoleCode[] = ['SYSTEM_ADMIN', 'AUDITOR']

interface RolesFacts {
  readonly input: { readonly roles: readonly RoleCode[] }
  readonly organisation: { readonly kind: OrganisationKind }
}

const names = (codes: readonly RoleCode[]) => codes.map((code) => role.label(code)).join('、')

export const governmentOrAssociation = rule<Pick<RolesFacts, 'input'>>({
  id: 'government-or-association',
  brief: '1-1a',
  says: '政府部门与行业自律组织的角色不由同一账号兼任',
  basis: [guidingOpinion.clause('一（一）1')],
  inForceFrom: guidingOpinion.inForceFrom,
  check: ({ input }) => {
    const left = input.roles.filter((code) => government.includes(code))
    const right = input.roles.filter((code) => association.includes(code))
    if (left.length === 0 || right.length === 0) return 'pass'
    return {
      fail: `“${names(left)}”与“${names(right)}”不能由同一账号兼任`,
      remedy: '只保留其中一方的角色；另一方的工作由另一人的账号承担',
      field: 'roles',
    }
  },
})

export const platformStaffApart = rule<Pick<RolesFacts, 'input'>>({
  id: 'platform-staff-apart',
  brief: 'H-14',
  says: '系统管理员与审计员不兼任其他角色，不办理案件',
  basis: [houseRules.clause('H-14')],
  check: ({ input }) => {
    const held = input.roles.filter((code) => apart.includes(code))
    if (held.length === 0 || new Set(input.roles).size === 1) return 'pass'
    return {
      fail: `“${names(held)}”不能再兼任其他角色`,
      remedy: '为其他角色另开账号，由另一人使用',
      field: 'roles',
    }
  },
})

export const rolesFitOrganisation = rule<RolesFacts>({
  id: 'roles-fit-organisation',
  brief: 'H-13',
  says: '账号的角色须与所在单位的职能相符',
  basis: [houseRules.clause('H-13')],
  check: ({ input, organisation }) => {
    const possible = rolesOfOrganisation[organisation.kind]
    const strange = input.roles.filter((code) => !possible.includes(code))
    if (strange.length === 0) return 'pass'
    return {
      fail: `${organisationKind.label(organisation.kind)}的人员不能担任“${names(strange)}”`,
      remedy: `该类单位可选的角色：${names(possible)}`,
      field: 'roles',
    }
  },
})

/** Who confirms what an institution's administrator resets is not of his choosing. */
export const headNamedByPlatform = rule<
  Pick<RolesFacts, 'input'> & { readonly byPlatform: boolean; readonly held: readonly RoleCode[] }
>({
  id: 'head-named-by-platform',
  brief: 'H-15',
  says: '机构负责人由系统管理员登记，机构管理员不授予、不撤销这个角色',
  basis: [houseRules.clause('H-15')],
  check: ({ input, byPlatform, held }) => {
    const [was, is] = [held, input.roles].map((roles) => roles.includes('INSTITUTION_HEAD'))
    if (byPlatform || was === is) return was || is ? 'pass' : 'not-applicable'
    return {
      fail: `机构管理员不能${is ? '授予' : '撤销'}“${role.label('INSTITUTION_HEAD')}”角色`,
      remedy: '请由系统管理员登记机构负责人；其他角色可以照常调整',
      field: 'roles',
    }
  },
})

/** Roles whose people sign: only for them does anybody wait for the confirmation of a reset. */
export const signingRoles: readonly RoleCode[] = ['APPRAISER', 'AUTHORIZED_ISSUER']

/** Confirmed before the holder has them, a reset would be confirmed for whoever comes first. */
export const resetTakenOver = rule<{ readonly first: FirstDuty | null }>({
  id: 'reset-taken-over',
  brief: 'H-15',
  says: '本人用新凭据登录、改好密码、绑定动态口令之后，才确认重置',
  basis: [houseRules.clause('H-15')],
  check: ({ first }) =>
    first === null
      ? 'pass'
      : {
          fail: `本人还没有${firstDuty.label(first)}`,
          remedy: '请等本人用新的初始密码登录并办完，再当面或通过可靠途径向他核实',
        },
})

export const MIN_PASSWORD_LENGTH = 12

export const passwordStrong = rule<{ readonly input: { readonly password: string }; readonly login: string }>(
  {
    id: 'password-strong',
    brief: 'H-12',
    says: `密码至少${MIN_PASSWORD_LENGTH}个字符，且不含登录名`,
    basis: [houseRules.clause('H-12')],
    check: ({ input, login }) => {
      const length = [...input.password].length
      if (length < MIN_PASSWORD_LENGTH)
        return {
          fail: `密码只有${length}个字符，少于${MIN_PASSWORD_LENGTH}个`,
          remedy: '可以用几个不相干的词组成一句容易记住的话',
          field: 'password',
        }
      if (input.password.toLowerCase().includes(login.toLowerCase()))
        return { fail: '密码中含有登录名', remedy: '请换一个不含登录名的密码', field: 'password' }
      return 'pass'
    },
  },
)

export const passwordNew = rule<{ readonly input: { readonly current: string; readonly password: string } }>({
  id: 'password-new',
  brief: 'H-12',
  says: '新密码不得与当前密码相同',
  basis: [houseRules.clause('H-12')],
  check: ({ input }) =>
    input.current === input.password
      ? { fail: '新密码与当前密码相同', remedy: '请换一个没有用过的密码', field: 'password' }
      : 'pass',
})

export const passwordRight = rule<{ readonly passwordMatches: boolean | null }>({
  id: 'password-right',
  brief: 'H-12',
  says: '更改登录凭据须先验证当前密码',
  basis: [houseRules.clause('H-12')],
  check: ({ passwordMatches }) => {
    if (passwordMatches === null) return 'not-applicable'
    return passwordMatches
      ? 'pass'
      : { fail: '当前密码不正确', remedy: '请重新输入；忘记密码的由本单位管理员重置' }
  },
})

export const codeRight = rule<{ readonly codeStep: number | null | 'none-asked' }>({
  id: 'one-time-code-right',
  brief: 'H-12',
  says: '动态口令须正确，且每个口令只能用一次',
  basis: [houseRules.clause('H-12'), houseRules.clause('H-02')],
  check: ({ codeStep }) => {
    if (codeStep === 'none-asked') return 'not-applicable'
    return codeStep === null
      ? { fail: '动态口令不正确，或者已经用过', remedy: '请等验证器显示下一个口令后再输入', field: 'code' }
      : 'pass'
  },
})

interface OrganisationInput {
  readonly input: { readonly unifiedSocialCreditCode: string; readonly region: string }
}

export const creditCodeValid = rule<OrganisationInput>({
  id: 'organisation-credit-code-valid',
  brief: 'H-01',
  says: '统一社会信用代码须通过校验',
  basis: [houseRules.clause('H-01')],
  check: ({ input }) => {
    if (input.unifiedSocialCreditCode === '') return 'not-applicable'
    const checked = checkUnifiedSocialCreditCode(input.unifiedSocialCreditCode)
    if (checked.ok === 'doubtful') return { warn: checked.warn, field: 'unifiedSocialCreditCode' }
    return checked.ok
      ? 'pass'
      : { fail: checked.reason, remedy: '请对照登记证书改正', field: 'unifiedSocialCreditCode' }
  },
})

export const regionValid = rule<OrganisationInput>({
  id: 'organisation-region-valid',
  brief: 'H-01',
  says: '行政区划代码须有效',
  basis: [houseRules.clause('H-01')],
  check: ({ input }) => {
    if (input.region === '') return 'not-applicable'
    const checked = checkRegionCode(input.region)
    return checked.ok === false
      ? { fail: checked.reason, remedy: '请填写6位行政区划代码', field: 'region' }
      : 'pass'
  },
})

export const entrustingTypeFits = rule<{
  readonly input: { readonly kind: OrganisationKind; readonly entrustingType?: EntrustingType | undefined }
}>({
  id: 'entrusting-type-fits-organisation',
  brief: 'H-13',
  says: '委托方类型须与单位类别相符',
  basis: [houseRules.clause('H-13')],
  check: ({ input: { kind, entrustingType: type } }) => {
    if (type === undefined) return 'not-applicable'
    const possible = entrustingTypesOfKind[kind]
    if (possible.includes(type)) return 'pass'
    return {
      fail: `${organisationKind.label(kind)}不能作为“${entrustingType.label(type)}”委托`,
      remedy:
        possible.length > 0
          ? `可选：${possible.map((each) => entrustingType.label(each)).join('、')}`
          : '该类单位不委托鉴定，请留空',
      field: 'entrustingType',
    }
  },
})

/** The relations that grants are made of: read aloud in `only`, listed in the generated access table. */
export function ofOwnInstitution(actor: Actor, facts: { readonly institutionId: string }): boolean {
  return actor.organisationId === facts.institutionId
}

const leading: readonly RoleCode[] = ['INSTITUTION_HEAD', 'INSTITUTION_ADMIN']
const desk: readonly RoleCode[] = [
  'INTAKE_CLERK',
  'MATERIAL_CUSTODIAN',
  'ARCHIVIST',
  // No team names assistants: those of the institution help, in a limited matter those whom it names.
  'APPRAISAL_ASSISTANT',
]

/**
 * Whose roles alone let them know every matter of their institution (domain brief §13, §16): head and administrator
 * always, the desk unless the matter is limited to named persons, intake even then while nobody could be named yet.
 * Everyone else must be assigned; an appraiser, reviewer or issuer whom a matter does not name is a stranger to it.
 */
export function needsToKnow(
  actor: Pick<Actor, 'roles'>,
  matter: 'open' | 'limited' | 'limited, not yet accepted',
): boolean {
  const general: Readonly<Record<typeof matter, readonly RoleCode[]>> = {
    open: [...leading, ...desk],
    limited: leading,
    'limited, not yet accepted': [...leading, 'INTAKE_CLERK'],
  }
  return general[matter].some((code) => actor.roles.includes(code))
}

/** Separation of duties: the deed is not for the very person that `who` finds (author of the draft, holder of the account). */
function notThePerson<F>(who: (facts: F) => string | null): (actor: Actor, facts: F) => boolean {
  return (actor, facts) => actor.accountId !== null && actor.accountId !== who(facts)
}

export function both<A, B>(
  first: (actor: Actor, facts: A) => boolean,
  second: (actor: Actor, facts: B) => boolean,
): (actor: Actor, facts: A & B) => boolean {
  return (actor, facts) => first(actor, facts) && second(actor, facts)
}

/** Nobody administers himself: roles, resets and closures of an account are another administrator's deed. */
export const notOwnAccount = notThePerson(
  ({ account }: { readonly account: { readonly id: string } }) => account.id,
)
