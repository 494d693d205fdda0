import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { term } from '#kernel/term.ts'
import { optionalText, text } from '#kernel/text.ts'
import { entrustingType } from '#law/terms/entrusting-type.ts'
import { role } from '#law/terms/role.ts'

/** What an organisation is; which roles its people can hold follows from it. */
export const organisationKind = term('单位类别', {
  'national-office': '国家知识产权局',
  province: '省级知识产权管理部门',
  association: '行业自律组织',
  institution: '鉴定机构',
  court: '人民法院',
  agency: '行政机关',
  police: '公安机关',
  procuratorate: '人民检察院',
  arbitration: '仲裁机构',
  mediation: '调解组织',
  party: '当事人',
  'law-firm': '律师事务所',
  platform: '平台运行单位',
})

export type OrganisationKind = (typeof organisationKind.codes)[number]

/** What a person must do before any role takes effect. */
export const firstDuty = term('首次登录须办', {
  'change-password': '修改初始密码',
  'enrol-totp': '绑定动态口令',
})

export type FirstDuty = (typeof firstDuty.codes)[number]

const id = z.uuid()
export const loginName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, '登录名为3至32位小写字母、数字、点、横线或下划线，以字母或数字开头')
  .meta({ title: '登录名' })

/** The length that the rule asks for is checked by the rule, with its clause; here only what a hash can bear. */
const password = z.string().min(1, '请填写').max(200, '最多200个字符').meta({ title: '密码' })
const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, '动态口令为6位数字')
  .meta({ title: '动态口令' })
const roles = z.array(role.schema).min(1, '至少选择一个角色').max(12).meta({ title: '角色' })
const reason = text('事由', 200)
/** http.ts moves it into the cookie; scripts never see it. */
const sessionToken = z.string().nullable()

export const installation = z.object({
  kind: z.enum(['production', 'demonstration']),
  /** True where time is made up; every page says so. */
  simulatedClock: z.boolean(),
})

const organisation = z.object({
  id,
  kind: organisationKind.schema,
  name: z.string(),
  unifiedSocialCreditCode: z.string().nullable(),
  region: z.string().nullable(),
  entrustingType: entrustingType.schema.nullable(),
  demonstration: z.boolean(),
})

const account = z.object({
  id,
  organisationId: id,
  login: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  contact: z.string().nullable(),
  roles: z.array(role.schema),
  state: z.enum(['active', 'disabled']),
  totpConfirmed: z.boolean(),
  mustChangePassword: z.boolean(),
  /** The reset that no second person has confirmed yet; null where the credentials are the holder's own. */
  reset: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
})

export const setupState = endpoint({
  id: 'setup.state',
  title: '初始化状态',
  method: 'GET',
  path: '/setup',
  input: z.object({}),
  output: z.object({ firstAdministratorNeeded: z.boolean() }),
})

export const createFirstAdministrator = endpoint({
  id: 'setup.create-first-administrator',
  title: '建立首个系统管理员',
  method: 'POST',
  path: '/setup/create-first-administrator',
  input: z.object({
    setupCode: z.string().trim().min(1, '请填写启动时服务器显示的安装码').max(80).meta({ title: '安装码' }),
    organisationName: text('运行单位名称', 80),
    login: loginName,
    name: text('姓名', 40),
    password,
  }),
  output: z.object({ accountId: id, organisationId: id }),
  refusals: ['wrong-state', 'rule-violated'],
})

export const me = endpoint({
  id: 'session.me',
  title: '当前登录人',
  method: 'GET',
  path: '/session',
  input: z.object({}),
  output: z.discriminatedUnion('signedIn', [
    z.object({ signedIn: z.literal(false), installation }),
    z.object({
      signedIn: z.literal(true),
      installation,
      account: z.object({ id, login: z.string(), name: z.string(), title: z.string().nullable() }),
      organisation: z.object({
        id,
        kind: organisationKind.schema,
        name: z.string(),
        unifiedSocialCreditCode: z.string().nullable(),
      }),
      /** Empty until `first` is null. */
      roles: z.array(role.schema),
      /** What to do before anything else; null when nothing. */
      first: firstDuty.schema.nullable(),
      totpConfirmed: z.boolean(),
      /** ISO time (UTC); null where identity was not proved anew in this session. */
      steppedUpAt: z.string().nullable(),
      /** ISO time (UTC) at which the session ends whatever happens. */
      expiresAt: z.string(),
      idleMinutes: z.int(),
    }),
  ]),
})

export const openSession = endpoint({
  id: 'session.open',
  title: '登录',
  method: 'POST',
  path: '/session/open',
  input: z.object({
    login: z.string().trim().min(1, '请填写登录名').max(80).meta({ title: '登录名' }),
    password,
    code: code.optional().meta({ title: '动态口令', description: '已绑定动态口令的账号必须填写' }),
  }),
  output: z.object({ accountId: id, sessionToken, first: firstDuty.schema.nullable() }),
})

export const closeSession = endpoint({
  id: 'session.close',
  title: '退出登录',
  method: 'POST',
  path: '/session/close',
  input: z.object({}),
  output: z.object({ sessionToken }),
})

/** `password` serves only accounts without a confirmed authenticator, which exist in demonstrations alone. */
export const stepUpSession = endpoint({
  id: 'session.step-up',
  title: '再次验证身份',
  method: 'POST',
  path: '/session/step-up',
  input: z.object({ code: code.optional(), password: password.optional() }),
  output: z.object({ sessionToken, steppedUpAt: z.string() }),
  refusals: ['rule-violated'],
})

export const enrolTotp = endpoint({
  id: 'session.enrol-totp',
  title: '绑定动态口令：取得密钥',
  method: 'POST',
  path: '/session/enrol-totp',
  input: z.object({ password }),
  /** Shown once: an otpauth:// address for the QR code, and its secret in Base32 for typing. */
  output: z.object({ otpauth: z.string(), secret: z.string() }),
  refusals: ['wrong-state', 'rule-violated'],
})

export const confirmTotp = endpoint({
  id: 'session.confirm-totp',
  title: '绑定动态口令：确认',
  method: 'POST',
  path: '/session/confirm-totp',
  input: z.object({ code }),
  output: z.object({ sessionToken }),
  refusals: ['wrong-state', 'rule-violated'],
})

export const changePassword = endpoint({
  id: 'account.change-password',
  title: '修改本人密码',
  method: 'POST',
  path: '/accounts/change-password',
  input: z.object({
    current: password.meta({ title: '当前密码' }),
    password: password.meta({ title: '新密码' }),
  }),
  output: z.object({ sessionToken }),
  refusals: ['rule-violated'],
})

export const listAccounts = endpoint({
  id: 'account.list',
  title: '账号清单',
  method: 'GET',
  path: '/accounts',
  /** Platform staff may name any organisation; everyone else sees his own. With `id` that one account of them. */
  input: z.object({ organisationId: id.optional(), id: id.optional() }),
  output: z.object({ accounts: z.array(account) }),
})

export const createAccount = endpoint({
  id: 'account.create',
  title: '开立账号',
  method: 'POST',
  path: '/accounts/create',
  input: z.object({
    organisationId: id.meta({ title: '单位' }),
    login: loginName,
    name: text('姓名', 40),
    title: optionalText('职务或职称', 40),
    contact: optionalText('联系方式', 80),
    roles,
  }),
  /** The initial password is shown once and kept nowhere. */
  output: z.object({ accountId: id, login: z.string(), initialPassword: z.string() }),
  refusals: ['not-found', 'rule-violated'],
})

export const changeRoles = endpoint({
  id: 'account.change-roles',
  title: '调整角色',
  method: 'POST',
  path: '/accounts/:id/change-roles',
  input: z.object({ id, roles, reason }),
  output: z.object({ roles }),
  refusals: ['not-found', 'rule-violated'],
})

export const resetPassword = endpoint({
  id: 'account.reset-password',
  title: '重置密码',
  method: 'POST',
  path: '/accounts/:id/reset-password',
  input: z.object({
    id,
    /** For a lost device: the person binds a new authenticator at the next sign-in. */
    clearTotp: z.boolean().default(false).meta({ title: '同时解除动态口令绑定' }),
    reason,
  }),
  output: z.object({
    login: z.string(),
    initialPassword: z.string(),
    /** Also where a reset before this one was not confirmed. */
    totpCleared: z.boolean(),
  }),
  refusals: ['not-found'],
})

export const confirmReset = endpoint({
  id: 'account.confirm-reset',
  title: '确认凭据重置',
  method: 'POST',
  path: '/accounts/:id/confirm-reset',
  input: z.object({
    id,
    /** Which reset was looked into: a later one is not confirmed with it. */
    resetAt: z.iso.datetime().meta({ title: '重置时间' }),
    verifiedBy: text('核实方式', 200, { min: 2 }).meta({
      title: '核实方式',
      description: '怎样向本人核实：密码是他本人改的，动态口令绑在他本人的设备上',
    }),
  }),
  output: z.object({ credentials: z.literal('own') }),
  refusals: ['not-found', 'wrong-state', 'rule-violated', 'stale-version', 'step-up-required'],
})

export const disableAccount = endpoint({
  id: 'account.disable',
  title: '停用账号',
  method: 'POST',
  path: '/accounts/:id/disable',
  input: z.object({ id, reason }),
  output: z.object({ state: z.literal('disabled') }),
  refusals: ['not-found', 'wrong-state'],
})

export const enableAccount = endpoint({
  id: 'account.enable',
  title: '启用账号',
  method: 'POST',
  path: '/accounts/:id/enable',
  input: z.object({ id, reason }),
  output: z.object({ state: z.literal('active') }),
  refusals: ['not-found', 'wrong-state'],
})

export const listOrganisations = endpoint({
  id: 'organisation.list',
  title: '单位清单',
  method: 'GET',
  path: '/organisations',
  input: z.object({ kind: organisationKind.schema.optional() }),
  output: z.object({ organisations: z.array(organisation) }),
})

export const createOrganisation = endpoint({
  id: 'organisation.create',
  title: '登记单位',
  method: 'POST',
  path: '/organisations/create',
  input: z.object({
    kind: organisationKind.schema,
    name: text('单位名称', 80),
    unifiedSocialCreditCode: optionalText('统一社会信用代码', 40),
    region: optionalText('行政区划代码', 12),
    entrustingType: entrustingType.schema.optional(),
  }),
  output: z.object({ organisationId: id }),
  refusals: ['rule-violated'],
})
