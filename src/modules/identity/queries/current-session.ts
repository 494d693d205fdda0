import type { z } from 'zod'
import { type Out, query } from '#kernel/command.ts'
import type { RoleCode } from '#law/terms/role.ts'
import { me as endpoint, type installation } from '../contract.ts'
import { firstDutyOf, type SignInPolicy } from '../credentials/first-duty.ts'
import { sessionLimits } from '../rules.ts'
import { organisationOf } from '../store.ts'

/** Who am I, what may I do, and what must I do first; the public gets an answer too. */
export function currentSession(given: SignInPolicy & { installation: z.output<typeof installation> }) {
  return query({
    endpoint,
    allow: [{ role: 'everyone', denial: '' }],
    async answer({ db, actor }): Promise<Out<typeof endpoint>> {
      const { installation } = given
      if (!actor.accountId || !actor.sessionId) return { signedIn: false, installation }
      const row = await db
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.account_id')
        .select([
          'account.id',
          'login',
          'name',
          'title',
          'organisation_id',
          'must_change_password',
          'totp_confirmed_at',
          'expires_at',
        ])
        .where('session.id', '=', actor.sessionId)
        .executeTakeFirstOrThrow()
      const { kind, name, id, unified_social_credit_code } = await organisationOf(db, row.organisation_id)
      return {
        signedIn: true,
        installation,
        account: { id: row.id, login: row.login, name: row.name, title: row.title },
        organisation: { id, kind, name, unifiedSocialCreditCode: unified_social_credit_code },
        roles: [...actor.roles] as RoleCode[], // authenticate read them from account_role
        first: firstDutyOf(row, given),
        totpConfirmed: row.totp_confirmed_at !== null,
        steppedUpAt: actor.steppedUpAt?.toISOString() ?? null,
        expiresAt: row.expires_at.toISOString(),
        idleMinutes: sessionLimits.idleMinutes,
      }
    },
  })
}
