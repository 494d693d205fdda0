import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { createAccount as endpoint } from '../contract.ts'
import { hashPassword, initialPassword } from '../credentials/password.ts'
import { accountLife } from '../lifecycle.ts'
import {
  governmentOrAssociation,
  headNamedByPlatform,
  platformStaffApart,
  rolesFitOrganisation,
} from '../rules.ts'
import { insertAccount, organisationOf } from '../store.ts'

/** Opens an account with an initial password that is shown once and must be changed at the first sign-in. */
export const createAccount = command({
  endpoint,
  load: async () => ({}),
  allow: [
    { role: 'SYSTEM_ADMIN', denial: '开立账号由系统管理员办理' },
    { role: 'INSTITUTION_ADMIN', denial: '机构人员的账号由本机构管理员开立' },
  ],
  fires: { machine: accountLife, event: 'open', state: () => 'NEW' },
  async consider({ tx, actor, input }) {
    if (!actor.roles.includes('SYSTEM_ADMIN') && input.organisationId !== actor.organisationId)
      throw new Problem('not-permitted', '机构管理员只能为本机构人员开立账号')
    const byPlatform = actor.roles.includes('SYSTEM_ADMIN')
    return { organisation: await organisationOf(tx, input.organisationId), byPlatform, held: [] }
  },
  formRules: [governmentOrAssociation, platformStaffApart, rolesFitOrganisation, headNamedByPlatform],
  subject: ({ input, output }) => ({ type: 'account', id: output?.accountId ?? input.login }),
  unrepeatable: '答复含初始密码',
  async run({ tx, input, actor, now, chance }) {
    const accountId = chance.id()
    const password = initialPassword(chance)
    await insertAccount(
      tx,
      {
        id: accountId,
        organisation_id: input.organisationId,
        login: input.login,
        name: input.name,
        title: input.title || null,
        contact: input.contact || null,
        password_hash: await hashPassword(password),
        must_change_password: true,
      },
      { roles: input.roles, at: now, by: actor.accountId },
    )
    return { accountId, login: input.login, initialPassword: password }
  },
})
