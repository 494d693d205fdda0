import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { confirmTotp as endpoint } from '../contract.ts'
import type { Authenticators } from '../credentials/first-duty.ts'
import { stepOfCode } from '../credentials/one-time-code.ts'
import { rotateToken } from '../credentials/session-token.ts'
import { codeRight } from '../rules.ts'
import { lockOwnAccount } from '../store.ts'

export function confirmTotp({ totpKey }: Authenticators) {
  return command({
    endpoint,
    async load({ tx, actor }) {
      const account = await lockOwnAccount(tx, actor)
      if (account.totp_confirmed_at !== null) throw new Problem('wrong-state', '动态口令已经绑定。')
      if (account.totp_secret === null)
        throw new Problem('wrong-state', '请先取得动态口令密钥，用验证器扫码。')
      return { account }
    },
    allow: [{ role: 'signed-in', denial: '请先登录' }],
    consider: async ({ facts, input, now }) => ({
      codeStep: stepOfCode(facts.account, input.code, { now, totpKey }),
    }),
    formRules: [codeRight],
    subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
    secret: ['code'],
    unrepeatable: '答复含登录凭据',
    async run({ tx, facts, more, actor, now, chance }) {
      await tx
        .updateTable('account')
        .set({ totp_confirmed_at: now, totp_last_step: more.codeStep })
        .where('id', '=', facts.account.id)
        .executeTakeFirstOrThrow()
      return { sessionToken: await rotateToken(tx, { sessionId: actor.sessionId, chance }) }
    },
  })
}
