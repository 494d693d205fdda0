import { query } from '#kernel/command.ts'
import { showAgreement as endpoint } from '../contract/agreement.ts'
import { agreementOf } from '../reading/agreement-text.ts'
import { visibleCase } from '../store.ts'

/** The agreement to be read, who has signed it, and the fee. */
export const showAgreement = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor }) {
    const row = await visibleCase(db, input.id, actor)
    const { sections, sha256 } = await agreementOf(db, row)
    const signatures = await db
      .selectFrom('case_signature')
      .innerJoin('account', 'account.id', 'account_id')
      .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
      .select([
        'side',
        'case_signature.kind',
        'account.name',
        'organisation.name as organisation',
        'signed_at',
      ])
      .where('case_id', '=', row.id)
      .orderBy('signed_at')
      .execute()
    const fee = await db
      .selectFrom('case_fee')
      .innerJoin('account', 'account.id', 'recorded_by')
      .select(['outcome', 'amount_fen', 'receipt_no', 'reason', 'recorded_at', 'account.name'])
      .where('case_id', '=', row.id)
      .executeTakeFirst()
    return {
      textSha256: sha256,
      sections: sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
      signatures: signatures.map(({ signed_at, ...signature }) => ({
        ...signature,
        signedAt: signed_at.toISOString(),
      })),
      fee: fee
        ? {
            outcome: fee.outcome,
            amountFen: fee.amount_fen,
            receiptNo: fee.receipt_no,
            reason: fee.reason,
            recordedBy: fee.name,
            recordedAt: fee.recorded_at.toISOString(),
          }
        : null,
    }
  },
})
