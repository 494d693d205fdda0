import { command } from '#kernel/command.ts'
import { changeRoles as endpoint } from '../contract.ts'
import {
  both,
  governmentOrAssociation,
  headNamedByPlatform,
  notOwnAccount,
  ofOwnInstitution,
  platformStaffApart,
  rolesFitOrganisation,
} from '../rules.ts'
import { grantRoles, lockAdministeredAccount, rolesOf } from '../store.ts'

/** Replaces the roles of an account; they hold from its next request on. */
export const changeRoles = command({
  endpoint,
  async load({ tx, target, actor }) {
    const found = await lockAdministeredAccount(tx, target.id, actor)
    const held = await rolesOf(tx, found.account.id)
    return { ...found, held, byPlatform: actor.roles.includes('SYSTEM_ADMIN') }
  },
  allow: [
    { role: 'SYSTEM_ADMIN', only: notOwnAccount, denial: '角色由另一名系统管理员调整，不能调整自己的角色' },
    {
      role: 'INSTITUTION_ADMIN',
      only: both(ofOwnInstitution, notOwnAccount),
      denial: '角色由本机构的另一名管理员调整，不能调整自己的角色',
    },
  ],
  formRules: [governmentOrAssociation, platformStaffApart, rolesFitOrganisation, headNamedByPlatform],
  subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
  async run({ tx, facts, input, actor, now }) {
    await grantRoles(tx, {
      accountId: facts.account.id,
      roles: input.roles,
      at: now,
      by: actor.accountId,
    })
    return { roles: input.roles }
  },
})
