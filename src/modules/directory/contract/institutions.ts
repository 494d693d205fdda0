import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { appraiserState, institutionState } from './register.ts'

const id = z.uuid()
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写作 2026-03-02')
const reason = text('事由', 200)

/** A kind of right, and a field of technology inside it; without a field, all of them. */
export const competence = z.object({
  ipType: ipType.schema,
  field: technicalField.schema.nullable().default(null).meta({ title: '技术领域' }),
})

export const scope = competence.extend({
  kind: z.string(),
  from: date,
  until: date.nullable(),
})

export const listedAppraiser = z.object({
  accountId: id,
  institutionId: id,
  name: z.string(),
  title: z.string(),
  practiceNo: z.string(),
  since: date,
  state: appraiserState,
  fields: z.array(competence),
})

/** What the public may read of an institution (domain brief §9.4). */
export const listedInstitution = z.object({
  id,
  name: z.string(),
  shortName: z.string(),
  directoryNo: z.string(),
  unifiedSocialCreditCode: z.string().nullable(),
  region: z.string(),
  serial: z.string(),
  state: institutionState,
  listedFrom: date,
  personInCharge: z.string(),
  address: z.string(),
  telephone: z.string(),
  demonstration: z.boolean(),
  scopes: z.array(scope),
})

export const listInstitutions = endpoint({
  id: 'institution.list',
  title: '名录',
  method: 'GET',
  path: '/institutions',
  input: z.object({ ipType: ipType.schema.optional(), field: technicalField.schema.optional() }),
  output: z.object({ institutions: z.array(listedInstitution) }),
})

export const showInstitution = endpoint({
  id: 'institution.show',
  title: '机构登记信息',
  method: 'GET',
  path: '/institutions/:id',
  input: z.object({ id }),
  output: listedInstitution.extend({
    appraisers: z.array(listedAppraiser),
    history: z.array(
      z.object({ at: z.string(), index: z.int(), state: institutionState, reason: z.string() }),
    ),
  }),
  refusals: ['not-found'],
})

export const listQualifiedAppraisers = endpoint({
  id: 'appraiser.list-qualified',
  title: '具备资质的鉴定人',
  method: 'GET',
  path: '/appraisers',
  input: z.object({ institutionId: id, ipType: ipType.schema, field: technicalField.schema.optional() }),
  output: z.object({ appraisers: z.array(listedAppraiser) }),
})

export const registerInstitution = endpoint({
  id: 'institution.register',
  title: '列入名录',
  method: 'POST',
  path: '/institutions/:id/register',
  input: z.object({
    /** The organisation's id; it stays the institution's. */
    id,
    shortName: text('机构简称', 12).meta({ description: '用于鉴定意见书编号' }),
    region: text('行政区划代码', 6),
    personInCharge: id.meta({ title: '机构负责人' }),
    directoryNo: optionalText('名录编号', 20).meta({ description: '不填则按省份顺序编号' }),
    address: optionalText('地址', 120),
    telephone: optionalText('电话', 40),
  }),
  output: z.object({ directoryNo: z.string(), serial: z.string() }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const addScope = endpoint({
  id: 'institution.add-scope',
  title: '核定业务范围',
  method: 'POST',
  path: '/institutions/:id/add-scope',
  input: competence.extend({
    id,
    kind: optionalText('鉴定种类', 60),
    /** Today where absent. */
    from: date.optional().meta({ title: '起始日' }),
    until: date.optional().meta({ title: '截止日' }),
  }),
  output: scope,
  refusals: ['not-found', 'rule-violated'],
})

const institutionChange = { input: z.object({ id, reason }), output: z.object({ state: institutionState }) }

export const suspendInstitution = endpoint({
  id: 'institution.suspend',
  title: '暂停荐用',
  method: 'POST',
  path: '/institutions/:id/suspend',
  ...institutionChange,
  refusals: ['not-found', 'wrong-state'],
})

export const restoreInstitution = endpoint({
  id: 'institution.restore',
  title: '恢复荐用',
  method: 'POST',
  path: '/institutions/:id/restore',
  ...institutionChange,
  refusals: ['not-found', 'wrong-state'],
})

export const reportChange = endpoint({
  id: 'institution.report-change',
  title: '申报变更',
  method: 'POST',
  path: '/institutions/:id/report-change',
  ...institutionChange,
  refusals: ['not-found', 'wrong-state'],
})

export const settleChange = endpoint({
  id: 'institution.settle-change',
  title: '审结变更',
  method: 'POST',
  path: '/institutions/:id/settle-change',
  ...institutionChange,
  refusals: ['not-found', 'wrong-state'],
})

export const registerAppraiser = endpoint({
  id: 'appraiser.register',
  title: '登记鉴定人',
  method: 'POST',
  path: '/appraisers/register',
  input: z.object({
    accountId: id.meta({ title: '人员' }),
    fields: z.array(competence).min(1, '至少填写一项专业').max(40),
    practiceNo: optionalText('执业编号', 40).meta({ description: '不填则由平台编号' }),
    title: optionalText('职称', 40).meta({ description: '不填则用账号中的职称' }),
    /** Today where absent. */
    since: date.optional().meta({ title: '执业起始日' }),
  }),
  output: z.object({ practiceNo: z.string() }),
  refusals: ['not-found', 'rule-violated'],
})

const appraiserChange = { input: z.object({ id, reason }), output: z.object({ state: appraiserState }) }

export const suspendAppraiser = endpoint({
  id: 'appraiser.suspend',
  title: '暂停执业',
  method: 'POST',
  path: '/appraisers/:id/suspend',
  ...appraiserChange,
  refusals: ['not-found', 'wrong-state'],
})

export const restoreAppraiser = endpoint({
  id: 'appraiser.restore',
  title: '恢复执业',
  method: 'POST',
  path: '/appraisers/:id/restore',
  ...appraiserChange,
  refusals: ['not-found', 'wrong-state'],
})
