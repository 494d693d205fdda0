import { query } from '#kernel/command.ts'
import { openResetOf } from '#modules/identity/module.ts'
import { myKeys as endpoint } from '../contract/keys.ts'
import { notConnected } from '../rules/connections.ts'
import { kindsOf } from '../rules/keys.ts'

/** One's own keys, with the wrapped private key: only its holder's passphrase opens it. */
export const listMyKeys = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, actor }) {
    const keys = await db
      .selectFrom('opinion_signing_key')
      .selectAll()
      .where('account_id', '=', actor.accountId ?? '')
      .orderBy('registered_at', 'desc')
      .execute()
    const reset = actor.accountId === null ? null : await openResetOf(db, actor.accountId)
    return {
      keys: keys.map((key) => ({
        id: key.id,
        kind: key.kind,
        state: key.state,
        name: key.name,
        authority: key.authority,
        demonstration: key.demonstration,
        certificateSha256: key.certificate_sha256,
        wrapped: key.wrapped,
        registeredAt: key.registered_at.toISOString(),
        revokedAt: key.revoked_at?.toISOString() ?? null,
        revokeReason: key.revoke_reason,
      })),
      kinds: [...kindsOf(actor.roles)],
      openReset: reset && { ...reset, confirmers: [...reset.confirmers] },
      notConnected: [...notConnected],
    }
  },
})
