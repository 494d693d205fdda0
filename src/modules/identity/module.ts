import type { z } from 'zod'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Module } from '#kernel/command.ts'
import type { EntrustingType } from '#law/terms/entrusting-type.ts'
import { changePassword } from './commands/change-account-password.ts'
import { changeRoles } from './commands/change-account-roles.ts'
import { closeSession } from './commands/close-session.ts'
import { confirmReset } from './commands/confirm-account-reset.ts'
import { confirmTotp } from './commands/confirm-totp.ts'
import { createAccount } from './commands/create-account.ts'
import { createFirstAdministrator } from './commands/create-first-administrator.ts'
import { createOrganisation } from './commands/create-organisation.ts'
import { disableAccount } from './commands/disable-account.ts'
import { enableAccount } from './commands/enable-account.ts'
import { enrolTotp } from './commands/enrol-totp.ts'
import { openSession } from './commands/open-session.ts'
import { resetPassword } from './commands/reset-account-password.ts'
import { stepUpSession } from './commands/step-up-session.ts'
import type { installation } from './contract.ts'
import type { Authenticators } from './credentials/first-duty.ts'
import { accountLife, credentialsLife } from './lifecycle.ts'
import { currentSession } from './queries/current-session.ts'
import { listAccounts } from './queries/list-accounts.ts'
import { listOrganisations } from './queries/list-organisations.ts'
import { setupState } from './queries/setup-state.ts'

export { anonymous, authenticate } from './credentials/authenticate.ts'
export { opensSecrets } from './credentials/sealed-secret.ts'

import { entrustingTypesOfKind } from './rules.ts'
import { organisationOf, rolesOf } from './store.ts'

export { lockOpenReset, openResetOf } from './credentials/reset-confirmers.ts'
export { waitingResets } from './queries/waiting-resets.ts'

export { ofOwnInstitution } from './rules.ts'
export { organisationOf } from './store.ts'

export interface IdentityOptions extends Authenticators {
  /** Shown to the one who starts the server while no account exists; without it there is no setting up. */
  readonly setupCode: string | undefined
  readonly installation: z.output<typeof installation>
}

export function identityModule(options: IdentityOptions): Module {
  if (!options.totpRequired && options.installation.kind !== 'demonstration')
    throw new Error('只有演示环境可以不要求动态口令（totpRequired: false）')
  const demonstration = options.installation.kind === 'demonstration'
  return {
    name: 'identity',
    title: '身份与角色',
    commands: [
      createFirstAdministrator({ setupCode: options.setupCode, demonstration }),
      openSession(options),
      closeSession,
      stepUpSession(options),
      enrolTotp(options),
      confirmTotp(options),
      changePassword,
      createAccount,
      changeRoles,
      resetPassword,
      confirmReset(options),
      disableAccount,
      enableAccount,
      createOrganisation({ demonstration }),
    ],
    queries: [currentSession(options), setupState, listAccounts, listOrganisations],
    lifecycles: [accountLife, credentialsLife],
  }
}

/** As which kinds of entrusting side an organisation may commission; empty for those that may not. */
export async function entrustingTypesOf(
  db: ReadDb,
  organisationId: string,
): Promise<readonly EntrustingType[]> {
  const { kind, entrusting_type } = await organisationOf(db, organisationId)
  return entrusting_type ? [entrusting_type] : entrustingTypesOfKind[kind]
}

export interface Person {
  readonly accountId: string
  readonly name: string
  readonly title: string | null
}

/** A person with what he is allowed to be; undefined where there is no such active account. */
export async function personWithRoles(db: ReadDb, accountId: string) {
  const account = await db
    .selectFrom('account')
    .select(['id', 'organisation_id', 'name', 'title'])
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!account) return undefined
  const { id, organisation_id, name, title } = account
  return { accountId: id, organisationId: organisation_id, name, title, roles: await rolesOf(db, id) }
}
