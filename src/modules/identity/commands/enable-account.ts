import { command } from '#kernel/command.ts'
import { enableAccount as endpoint } from '../contract.ts'
import { accountLife } from '../lifecycle.ts'
import { ofOwnInstitution } from '../rules.ts'
import { lockAdministeredAccount } from '../store.ts'

export const enableAccount = command({
  endpoint,
  load: ({ tx, target, actor }) => lockAdministeredAccount(tx, target.id, actor),
  allow: [
    { role: 'SYSTEM_ADMIN', denial: '账号由系统管理员启用' },
    { role: 'INSTITUTION_ADMIN', only: ofOwnInstitution, denial: '账号由本机构管理员启用' },
  ],
  fires: { machine: accountLife, event: 'enable', state: ({ account }) => account.state },
  subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
  async run({ tx, facts: { account } }) {
    await tx
      .updateTable('account')
      .set({ state: 'active' })
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow()
    return { state: 'active' as const }
  },
})
