import { command } from '#kernel/command.ts'
import { resetPassword as endpoint } from '../contract.ts'
import { hashPassword, initialPassword } from '../credentials/password.ts'
import { confirmersOf } from '../credentials/reset-confirmers.ts'
import { endSessions } from '../credentials/session-token.ts'
import { tellOfReset } from '../credentials/tell-of-reset.ts'
import { credentialsLife } from '../lifecycle.ts'
import { both, notOwnAccount, ofOwnInstitution } from '../rules.ts'
import { lockAdministeredAccount } from '../store.ts'

/** For a forgotten password or a lost device; all sessions end, and no key is registered until a second person confirms. */
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
  fires: { machine: credentialsLife, event: 'reset', state: ({ account }) => account.credentials },
  subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
  unrepeatable: '答复含初始密码',
  async run({ tx, facts: { account, organisation }, input, actor, now, chance }) {
    const password = initialPassword(chance)
    // Whoever did a reset that nobody confirmed may have bound his own device since: it goes with his password.
    const totpCleared = input.clearTotp || account.credentials === 'reset'
    const reset = { reset_by: actor.accountId, reset_at: now, credentials: 'reset' } as const
    await tx
      .updateTable('account')
      .set({
        ...reset,
        password_hash: await hashPassword(password),
        must_change_password: true,
        ...(totpCleared ? { totp_secret: null, totp_confirmed_at: null, totp_last_step: null } : {}),
      })
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow()
    await endSessions(tx, { accountId: account.id, now })
    const confirmers = await confirmersOf(tx, { ...account, ...reset })
    await tellOfReset({ tx, chance, now, account, organisation }, { by: actor.name, confirmers })
    return { login: account.login, initialPassword: password, totpCleared }
  },
  record: ({ output }) => ({ totpCleared: output.totpCleared }),
})
