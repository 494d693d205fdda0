import { query } from '#kernel/command.ts'
import { listOrganisations as endpoint } from '../contract.ts'

const denial = '单位清单由系统管理员、审计员和国家知识产权局工作人员查看'

export const listOrganisations = query({
  endpoint,
  allow: [
    { role: 'SYSTEM_ADMIN', denial },
    { role: 'AUDITOR', denial },
    { role: 'CNIPA_OFFICER', denial },
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
