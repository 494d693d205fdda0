import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { enrolTotp as endpoint } from '../contract.ts'
import type { Authenticators } from '../credentials/first-duty.ts'
import { newTotpSecret } from '../credentials/one-time-code.ts'
import { passwordMatches } from '../credentials/password.ts'
import { sealSecret } from '../credentials/sealed-secret.ts'
import { passwordRight } from '../rules.ts'
import { lockOwnAccount } from '../store.ts'

/** Gives out a new authenticator secret once; it counts only after a first code has confirmed it. */
export function enrolTotp({ totpKey }: Authenticators) {
  return command({
    endpoint,
    async load({ tx, actor }) {
      const account = await lockOwnAccount(tx, actor)
      if (account.totp_confirmed_at !== null)
        throw new Problem('wrong-state', '已经绑定动态口令；更换设备请由本单位管理员先解除绑定。')
      return { account }
    },
    allow: [{ role: 'signed-in', denial: '请先登录' }],
    consider: async ({ facts, input }) => ({
      passwordMatches: await passwordMatches(facts.account.password_hash, input.password),
    }),
    formRules: [passwordRight],
    subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
    secret: ['password'],
    unrepeatable: '答复含动态口令密钥',
    async run({ tx, facts, chance }) {
      const { secret, otpauth } = newTotpSecret(chance, facts.account.login)
      await tx
        .updateTable('account')
        .set({ totp_secret: sealSecret(secret, { key: totpKey, accountId: facts.account.id }, chance) })
        .where('id', '=', facts.account.id)
        .executeTakeFirstOrThrow()
      return { otpauth, secret }
    },
  })
}
