import { command } from '#kernel/command.ts'
import { disableAccount as endpoint } from '../contract.ts'
import { endSessions } from '../credentials/session-token.ts'
import { accountLife } from '../lifecycle.ts'
import { both, notOwnAccount, ofOwnInstitution } from '../rules.ts'
import { lockAdministeredAccount } from '../store.ts'

/** The account's sessions end with this commit. */
export const disableAccount = command({
  endpoint,
  load: ({ tx, target, actor }) => lockAdministeredAccount(tx, target.id, actor),
  allow: [
    { role: 'SYSTEM_ADMIN', only: notOwnAccount, denial: '不能停用自己的账号' },
    {
      role: 'INSTITUTION_ADMIN',
      only: both(ofOwnInstitution, notOwnAccount),
      denial: '账号由本机构的另一名管理员停用，不能停用自己的账号',
    },
  ],
  fires: { machine: accountLife, event: 'disable', state: ({ account }) => account.state },
  subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
  async run({ tx, facts: { account }, now }) {
    await tx
      .updateTable('account')
      .set({ state: 'disabled' })
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow()
    await endSessions(tx, { accountId: account.id, now })
    return { state: 'disabled' as const }
  },
})
