import { type SqlBool, sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { RoleCode } from '#law/terms/role.ts'
import { sessionLimits } from '../rules.ts'
import { firstDutyOf, type SignInPolicy } from './first-duty.ts'
import { tokenSha256 } from './session-token.ts'

export const anonymous: Actor = {
  kind: 'anonymous',
  accountId: null,
  name: '公众',
  organisationId: null,
  organisation: '',
  roles: [],
  steppedUpAt: null,
  sessionId: null,
}

export interface Doorkeeper extends SignInPolicy {
  readonly read: ReadDb
  readonly now: () => Date
  /** Notes that a session was used; called at most once a minute for each. */
  readonly touch: (sessionId: string, now: Date) => Promise<void>
}

/**
 * Turns a token into its person; unknown, ended, expired and idle sessions and disabled accounts give the anonymous actor.
 * Roles are read anew at each request. While a first duty is open the person has neither roles nor an organisation, so
 * that no relation holds for him.
 */
export function authenticate(keeper: Doorkeeper): (token: string | undefined) => Promise<Actor> {
  return async (token) => {
    if (!token) return anonymous
    const now = keeper.now()
    const found = await findSession(keeper.read, token, now)
    if (!found) return anonymous
    if (now.getTime() - found.last_seen_at.getTime() >= 60_000) await keeper.touch(found.session_id, now)
    const ready = firstDutyOf(found, keeper) === null
    return {
      kind: 'person',
      accountId: found.account_id,
      name: found.name,
      organisationId: ready ? found.organisation_id : null,
      organisation: found.organisation,
      roles: ready ? found.roles : [],
      steppedUpAt: found.stepped_up_at,
      sessionId: found.session_id,
    }
  }
}

function findSession(db: ReadDb, token: string, now: Date) {
  const idleSince = new Date(now.getTime() - sessionLimits.idleMinutes * 60_000)
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .select([
      'session.id as session_id',
      'session.last_seen_at',
      'session.stepped_up_at',
      'account.id as account_id',
      'account.name',
      'account.organisation_id',
      'account.must_change_password',
      'account.totp_confirmed_at',
      'organisation.name as organisation',
      sql<RoleCode[]>`array(select role from account_role where account_id = account.id order by role)`.as(
        'roles',
      ),
    ])
    .where('session.token_sha256', '=', tokenSha256(token))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', idleSince)
    .where(sql<SqlBool>`account.state = 'active'`)
    .executeTakeFirst()
}
