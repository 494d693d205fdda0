import { command } from '#kernel/command.ts'
import { signAgreement as endpoint } from '../contract/agreement.ts'
import { caseLife } from '../lifecycle.ts'
import { agreementOf } from '../reading/agreement-text.ts'
import { agreementComplete, notSignedTwice, signedTextIsTheOneRead } from '../rules/agreement.ts'
import { bothSides } from '../rules/who.ts'
import { lockCase } from '../store.ts'

/** One side binds itself to the agreement's text; the institution by its head. */
export const signAgreement = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    const signatures = await tx
      .selectFrom('case_signature')
      .select(['side', 'kind'])
      .where('case_id', '=', row.id)
      .execute()
    const side: 'ENTRUSTING' | 'INSTITUTION' =
      actor.organisationId === row.institution_id ? 'INSTITUTION' : 'ENTRUSTING'
    return { row, signatures, side, agreement: await agreementOf(tx, row) }
  },
  allow: bothSides,
  fires: { machine: caseLife, event: 'sign-agreement', state: ({ row }) => row.state },
  rules: [agreementComplete, notSignedTwice],
  formRules: [signedTextIsTheOneRead],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row, side, agreement }, actor, now }) {
    await tx
      .insertInto('case_signature')
      .values({
        case_id: row.id,
        side,
        kind: 'SIGNED',
        account_id: actor.accountId ?? '',
        text_sha256: agreement.sha256,
        signed_at: now,
      })
      .execute()
    return { side, textSha256: agreement.sha256 }
  },
  record: ({ output }) => ({ side: output.side, textSha256: output.textSha256 }),
})
