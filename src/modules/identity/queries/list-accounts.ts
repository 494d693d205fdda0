import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { RoleCode } from '#law/terms/role.ts'
import { listAccounts as endpoint } from '../contract.ts'

const denial = '账号清单由本机构管理员、系统管理员和审计员查看'

export const listAccounts = query({
  endpoint,
  allow: [
    { role: 'SYSTEM_ADMIN', denial },
    { role: 'AUDITOR', denial },
    { role: 'INSTITUTION_ADMIN', denial },
  ],
  async answer({ db, actor, input }) {
    const organisationId = input.organisationId ?? actor.organisationId
    const everywhere = actor.roles.includes('SYSTEM_ADMIN') || actor.roles.includes('AUDITOR')
    if (organisationId === null || (organisationId !== actor.organisationId && !everywhere))
      throw new Problem('not-found', '没有这个单位，或者它不是您所在的单位。')
    const rows = await db
      .selectFrom('account')
      .select([
        'id',
        'organisation_id as organisationId',
        'login',
        'name',
        'title',
        'contact',
        'state',
        'must_change_password as mustChangePassword',
        sql<boolean>`totp_confirmed_at is not null`.as('totpConfirmed'),
        sql<RoleCode[]>`array(select role from account_role where account_id = account.id order by role)`.as(
          'roles',
        ),
      ])
      .where('organisation_id', '=', organisationId)
      .orderBy('login')
      .execute()
    return { accounts: rows }
  },
})
