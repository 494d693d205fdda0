import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { openSession as endpoint } from '../contract.ts'
import { type Authenticators, firstDutyOf } from '../credentials/first-duty.ts'
import { stepOfCode } from '../credentials/one-time-code.ts'
import { passwordMatches } from '../credentials/password.ts'
import { endSession, startSession } from '../credentials/session-token.ts'
import { lockAccountByLogin } from '../store.ts'

/** Signs in. Whatever was wrong, the answer is the same, so that nobody learns which logins exist. */
export function openSession(policy: Authenticators) {
  const { totpKey } = policy
  return command({
    endpoint,
    load: async () => ({}),
    allow: [{ role: 'everyone', denial: '' }],
    async consider({ tx, input, now }) {
      const account = await lockAccountByLogin(tx, input.login)
      const matches = await passwordMatches(account?.password_hash, input.password)
      if (!account || !matches || account.state !== 'active') throw refused()
      if (account.totp_confirmed_at === null) return { account, codeStep: account.totp_last_step }
      const codeStep = input.code ? stepOfCode(account, input.code, { now, totpKey }) : null
      if (codeStep === null) throw refused()
      return { account, codeStep }
    },
    subject: ({ output }) => ({ type: 'account', id: output?.accountId ?? '' }),
    secret: ['password', 'code'],
    unrepeatable: '答复含登录凭据',
    async run({ tx, more: { account, codeStep }, actor, now, chance }) {
      if (actor.sessionId) await endSession(tx, actor.sessionId, now)
      await tx
        .updateTable('account')
        .set({ totp_last_step: codeStep })
        .where('id', '=', account.id)
        .executeTakeFirstOrThrow()
      const sessionToken = await startSession(tx, { accountId: account.id, now, chance })
      return { accountId: account.id, sessionToken, first: firstDutyOf(account, policy) }
    },
  })
}

function refused(): Problem {
  return new Problem(
    'unauthenticated',
    '登录名、密码或动态口令不正确。已绑定动态口令的账号须同时填写，每个口令只能用一次；忘记密码请联系本单位管理员。',
  )
}
