import { command } from '#kernel/command.ts'
import { changePassword as endpoint } from '../contract.ts'
import { hashPassword, passwordMatches } from '../credentials/password.ts'
import { endSessions, rotateToken } from '../credentials/session-token.ts'
import { passwordNew, passwordRight, passwordStrong } from '../rules.ts'
import { lockOwnAccount } from '../store.ts'

/** Changes one's own password; every other session of the account ends and this one gets a new token. */
export const changePassword = command({
  endpoint,
  load: async ({ tx, actor }) => ({ account: await lockOwnAccount(tx, actor) }),
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  consider: async ({ facts: { account }, input }) => ({
    login: account.login,
    passwordMatches: await passwordMatches(account.password_hash, input.current),
  }),
  formRules: [passwordRight, passwordStrong, passwordNew],
  subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
  secret: ['current', 'password'],
  unrepeatable: '答复含登录凭据',
  async run({ tx, facts, input, actor, now, chance }) {
    await tx
      .updateTable('account')
      .set({ password_hash: await hashPassword(input.password), must_change_password: false })
      .where('id', '=', facts.account.id)
      .executeTakeFirstOrThrow()
    await endSessions(tx, { accountId: facts.account.id, now, except: actor.sessionId })
    return { sessionToken: await rotateToken(tx, { sessionId: actor.sessionId, chance }) }
  },
})
