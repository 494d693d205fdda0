import { query } from '#kernel/command.ts'
import { listOrganisations as endpoint } from '../contract.ts'

export const listOrganisations = query({
  endpoint,
  allow: [
    { role: 'SYSTEM_ADMIN', denial: '单位清单由系统管理员查看' },
    { role: 'AUDITOR', denial: '单位清单由审计员查看' },
    { role: 'CNIPA_OFFICER', denial: '单位清单由国家知识产权局工作人员查看' },
  ],
  async answer({ db, input }) {
    let rows = db
      .selectFrom('organisation')
      .select([
        'id',
        'kind',
        'name',
        'unified_social_credit_code as unifiedSocialCreditCode',
        'region',
        'entrusting_type as entrustingType',
        'demonstration',
      ])
      .orderBy('name')
    if (input.kind) rows = rows.where('kind', '=', input.kind)
    return { organisations: await rows.execute() }
  },
})
