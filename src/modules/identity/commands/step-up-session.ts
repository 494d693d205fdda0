import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { stepUpSession as endpoint } from '../contract.ts'
import type { Authenticators } from '../credentials/first-duty.ts'
import { stepOfCode } from '../credentials/one-time-code.ts'
import { passwordMatches } from '../credentials/password.ts'
import { rotateToken } from '../credentials/session-token.ts'
import { codeRight, passwordRight } from '../rules.ts'
import { lockOwnAccount } from '../store.ts'

/** Proves identity anew before a signature or an issue; the session gets a new token. */
export function stepUpSession({ totpRequired, totpKey }: Authenticators) {
  return command({
    endpoint,
    load: async ({ tx, actor }) => ({ account: await lockOwnAccount(tx, actor) }),
    allow: [{ role: 'signed-in', denial: '请先登录' }],
    async consider({ facts: { account }, input, now }) {
      if (account.totp_confirmed_at !== null)
        return {
          codeStep: input.code ? stepOfCode(account, input.code, { now, totpKey }) : null,
          passwordMatches: null,
        }
      if (totpRequired) throw new Problem('wrong-state', '请先绑定动态口令，再办理需要再次验证身份的事项。')
      const matches = await passwordMatches(account.password_hash, input.password ?? '')
      return { codeStep: 'none-asked' as const, passwordMatches: matches } // literal kept for the rule's union
    },
    formRules: [codeRight, passwordRight],
    subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
    secret: ['code', 'password'],
    unrepeatable: '答复含登录凭据',
    async run({ tx, facts, more, actor, now, chance }) {
      if (typeof more.codeStep === 'number')
        await tx
          .updateTable('account')
          .set({ totp_last_step: more.codeStep })
          .where('id', '=', facts.account.id)
          .executeTakeFirstOrThrow()
      const sessionToken = await rotateToken(tx, { sessionId: actor.sessionId, chance, steppedUpAt: now })
      return { sessionToken, steppedUpAt: now.toISOString() }
    },
  })
}
