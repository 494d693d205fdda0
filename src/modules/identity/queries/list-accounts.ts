import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { RoleCode } from '#law/terms/role.ts'
import { listAccounts as endpoint } from '../contract.ts'

const denial = '账号清单由本机构管理员和负责人、系统管理员和审计员查看'

export const listAccounts = query({
  endpoint,
  allow: [
    { role: 'SYSTEM_ADMIN', denial },
    { role: 'AUDITOR', denial },
    { role: 'INSTITUTION_ADMIN', denial },
    { role: 'INSTITUTION_HEAD', denial },
  ],
  async answer({ db, actor, input }) {
    const everywhere = actor.roles.includes('SYSTEM_ADMIN') || actor.roles.includes('AUDITOR')
    const anyOf = input.id !== undefined && everywhere && input.organisationId === undefined
    const organisationId = input.organisationId ?? actor.organisationId
    if (organisationId === null || (organisationId !== actor.organisationId && !everywhere))
      throw new Problem('not-found', '没有这个单位，或者它不是您所在的单位。')
    let accounts = db
      .selectFrom('account')
      .leftJoin('account as resetter', 'resetter.id', 'account.reset_by')
      .select([
        'account.id',
        'account.organisation_id as organisationId',
        'account.login',
        'account.name',
        'account.title',
        'account.contact',
        'account.state',
        'account.must_change_password as mustChangePassword',
        sql<boolean>`account.totp_confirmed_at is not null`.as('totpConfirmed'),
        sql<RoleCode[]>`array(select role from account_role where account_id = account.id order by role)`.as(
          'roles',
        ),
        'account.reset_at as resetAt',
        'resetter.name as resetBy',
      ])
      .orderBy('account.login')
    if (!anyOf) accounts = accounts.where('account.organisation_id', '=', organisationId)
    if (input.id) accounts = accounts.where('account.id', '=', input.id)
    const rows = (await accounts.execute()).map(({ resetAt, resetBy, ...account }) => ({
      ...account,
      reset: resetAt && resetBy ? { at: resetAt.toISOString(), by: resetBy } : null,
    }))
    return { accounts: rows }
  },
})
