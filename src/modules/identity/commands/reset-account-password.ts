import { command } from '#kernel/command.ts'
import { resetPassword as endpoint } from '../contract.ts'
import { hashPassword, initialPassword } from '../credentials/password.ts'
import { endSessions } from '../credentials/session-token.ts'
import { both, notOwnAccount, ofOwnInstitution } from '../rules.ts'
import { lockAdministeredAccount } from '../store.ts'

/** For a forgotten password or a lost device; all sessions of the account end. */
export const resetPassword = command({
  endpoint,
  load: ({ tx, target, actor }) => lockAdministeredAccount(tx, target.id, actor),
  allow: [
    { role: 'SYSTEM_ADMIN', only: notOwnAccount, denial: '自己的密码请用“修改密码”' },
    {
      role: 'INSTITUTION_ADMIN',
      only: both(ofOwnInstitution, notOwnAccount),
      denial: '密码由本机构的另一名管理员重置；自己的密码请用“修改密码”',
    },
  ],
  subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
  unrepeatable: '答复含初始密码',
  async run({ tx, facts: { account }, input, now, chance }) {
    const password = initialPassword(chance)
    await tx
      .updateTable('account')
      .set({
        password_hash: await hashPassword(password),
        must_change_password: true,
        ...(input.clearTotp ? { totp_secret: null, totp_confirmed_at: null, totp_last_step: null } : {}),
      })
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow()
    await endSessions(tx, { accountId: account.id, now })
    return { login: account.login, initialPassword: password }
  },
})
