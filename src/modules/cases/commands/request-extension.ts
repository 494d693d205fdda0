import { command } from '#kernel/command.ts'
import { extensionReason } from '#law/terms/interruption.ts'
import { requestExtension as endpoint } from '../contract/clock.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient } from '../notices/tell.ts'
import { extensionsOf } from '../reading/extensions-of.ts'
import { extensionAskedOfCourtOnly, noOpenExtensionRequest } from '../rules/clock.ts'
import { leadOrHead } from '../rules/who.ts'
import { lockCase, nextRowNo, rolesInCase } from '../store.ts'

/** Asks the court in writing for more time (K-02). The clock is not moved by asking. */
export const requestExtension = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    const duties = await rolesInCase(tx, row.id, actor.accountId)
    return { row, duties, extensions: await extensionsOf(tx, row.id) }
  },
  allow: leadOrHead,
  fires: { machine: caseLife, event: 'extend', state: ({ row }) => row.state },
  rules: [extensionAskedOfCourtOnly, noOpenExtensionRequest],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, actor, today, now, chance }) {
    const no = await nextRowNo(tx, 'case_extension', row.id)
    await tx
      .insertInto('case_extension')
      .values({
        case_id: row.id,
        no,
        state: 'REQUESTED',
        days: input.days,
        reason: input.reason,
        explanation: input.explanation,
        requested_by: actor.accountId ?? '',
        requested_on: today,
        decided_by: null,
        decided_on: null,
        decided_for: null,
        decision_note: null,
      })
      .execute()
    await tellClient({
      tx,
      chance,
      now,
      row,
      title: '延长鉴定期限申请',
      body: `${actor.organisation}申请延长${input.days}个工作日：${extensionReason.label(input.reason)}。${input.explanation}请决定是否批准。`,
      at: '/agreement',
      document: 'extension-request',
    })
    return { no }
  },
})
