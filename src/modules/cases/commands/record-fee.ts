import { command } from '#kernel/command.ts'
import { recordFee as endpoint } from '../contract/agreement.ts'
import { caseLife } from '../lifecycle.ts'
import { feeEvidenced } from '../rules/agreement.ts'
import { institutionDesk } from '../rules/who.ts'
import { lockCase } from '../store.ts'

/** The advance is in (amount and receipt) or waived (reason); a later record before conclusion replaces an earlier one. */
export const recordFee = command({
  endpoint,
  load: async ({ tx, target, actor }) => ({ row: await lockCase(tx, target.id, actor) }),
  allow: institutionDesk,
  fires: { machine: caseLife, event: 'record-fee', state: ({ row }) => row.state },
  formRules: [feeEvidenced],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, actor, now }) {
    const fee = {
      outcome: input.outcome,
      amount_fen: input.amountFen,
      receipt_no: input.receiptNo,
      reason: input.reason,
      recorded_by: actor.accountId ?? '',
      recorded_at: now,
    }
    await tx
      .insertInto('case_fee')
      .values({ case_id: input.id, ...fee })
      .onConflict((conflict) => conflict.column('case_id').doUpdateSet(fee))
      .execute()
    return { outcome: input.outcome }
  },
})
