import { command } from '#kernel/command.ts'
import { toBase64 } from '#log/core/base64.ts'
import { challengeKey as endpoint } from '../contract/keys.ts'
import { keyHolders } from '../rules/keys.ts'

/** Random bytes that the new key has to sign, so that nobody registers a key that he does not hold. */
export const challengeForKey = command({
  endpoint,
  load: async () => ({}),
  allow: keyHolders,
  subject: () => ({ type: 'signing-key', id: 'challenge' }),
  async run({ tx, actor, now, chance }) {
    const challenge = toBase64(chance.bytes(32))
    await tx
      .insertInto('opinion_key_challenge')
      .values({ account_id: actor.accountId ?? '', challenge, asked_at: now })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ challenge, asked_at: now }))
      .execute()
    return { challenge }
  },
})
