import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { revokeKey as endpoint } from '../contract/keys.ts'
import { signingKeyLife } from '../lifecycle.ts'
import { keyHolders } from '../rules/keys.ts'

/** A key that is lost or whose passphrase is forgotten; signatures by it in unissued opinions no longer count. */
export const revokeSigningKey = command({
  endpoint,
  async load({ tx, target, actor }) {
    const key = await tx
      .selectFrom('opinion_signing_key')
      .select(['id', 'state', 'account_id'])
      .where('id', '=', target.id)
      .forUpdate()
      .executeTakeFirst()
    if (!key || key.account_id !== actor.accountId) throw new Problem('not-found', '没有这个签名密钥。')
    return { key }
  },
  allow: keyHolders,
  stepUp: true,
  fires: { machine: signingKeyLife, event: 'revoke', state: ({ key }) => key.state },
  subject: ({ input }) => ({ type: 'signing-key', id: input.id }),
  async run({ tx, input, now }) {
    await tx
      .updateTable('opinion_signing_key')
      .set({ state: 'REVOKED', revoked_at: now, revoke_reason: input.reason })
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow()
    const affected = await tx
      .selectFrom('opinion_signature')
      .innerJoin('opinion_document', 'opinion_document.id', 'opinion_id')
      .select('no')
      .where('key_id', '=', input.id)
      .where('opinion_document.state', 'in', ['SIGNING', 'READY'])
      .execute()
    return { state: 'REVOKED', affected: affected.map(({ no }) => no) }
  },
  record: ({ output }) => ({ affected: output.affected }),
})
