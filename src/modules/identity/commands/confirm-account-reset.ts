import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { confirmReset as endpoint } from '../contract.ts'
import { firstDutyOf, type SignInPolicy } from '../credentials/first-duty.ts'
import { type Confirmer, confirmersOf } from '../credentials/reset-confirmers.ts'
import { tellOfConfirmation } from '../credentials/tell-of-reset.ts'
import { credentialsLife } from '../lifecycle.ts'
import { resetTakenOver } from '../rules.ts'
import { lockAdministeredAccount } from '../store.ts'

/** The second person of a reset: he has asked the holder whether it is he who holds the new credentials. */
export function confirmReset(policy: SignInPolicy) {
  return command({
    endpoint,
    async load({ tx, target, actor }) {
      const found = await lockAdministeredAccount(tx, target.id, actor)
      const confirmers = await confirmersOf(tx, found.account)
      return { ...found, confirmers, first: firstDutyOf(found.account, policy) }
    },
    allow: [
      {
        role: 'INSTITUTION_HEAD',
        only: isConfirmer,
        denial: '重置由本机构负责人确认；办理重置的人、账号本人、自己的凭据尚待确认的人不能确认',
      },
      {
        role: 'SYSTEM_ADMIN',
        only: isConfirmer,
        denial: '机构有负责人的由负责人确认；没有的由另一名系统管理员确认，不能是办理重置的人或者账号本人',
      },
    ],
    fires: { machine: credentialsLife, event: 'confirm', state: ({ account }) => account.credentials },
    rules: [resetTakenOver],
    async consider({ facts: { account }, input }) {
      if (account.reset_at?.toISOString() !== input.resetAt)
        throw new Problem('stale-version', '您查看之后凭据又被重置过，请刷新页面，重新向本人核实。')
      return {}
    },
    stepUp: true,
    subject: ({ facts }) => ({ type: 'account', id: facts.account.id }),
    async run({ tx, facts: { account, organisation }, actor, now, chance }) {
      await tx
        .updateTable('account')
        .set({ credentials: 'own', reset_by: null, reset_at: null })
        .where('id', '=', account.id)
        .executeTakeFirstOrThrow()
      await tellOfConfirmation({ tx, chance, now, account, organisation }, actor.name)
      return { credentials: 'own' as const }
    },
    record: ({ facts }) => ({ resetBy: facts.account.reset_by }),
  })
}

function isConfirmer(
  actor: { readonly accountId: string | null },
  { confirmers }: { readonly confirmers: readonly Confirmer[] },
): boolean {
  return confirmers.some(({ accountId }) => accountId === actor.accountId)
}
