import { command } from '#kernel/command.ts'
import { withdrawCertificate as endpoint } from '../contract/conformity.ts'
import { certificateLife } from '../lifecycle.ts'
import { lockCertificate } from '../reading/certificate.ts'
import { associationInCharge } from '../rules/who.ts'
import type { EntersRegister } from '../writing/certificate.ts'
import { tellInstitution } from '../writing/tell.ts'

/** Takes a certificate back before its time; the public list says so from today on. */
export function withdrawCertificate({ enters }: { readonly enters: EntersRegister }) {
  return command({
    endpoint,
    load: ({ tx, target, actor, now }) => lockCertificate(tx, target.id, actor, now),
    allow: associationInCharge,
    fires: { machine: certificateLife, event: 'withdraw', state: ({ certificate }) => certificate.state },
    subject: ({ facts }) => ({
      type: 'conformity-certificate',
      id: facts.certificate.id,
    }),
    async run(work) {
      const { tx, facts, input, today } = work
      const state = 'WITHDRAWN' as const
      await tx
        .updateTable('conformity_certificate')
        .set({ state, ended_on: today, end_reason: input.reason })
        .where('id', '=', facts.certificate.id)
        .executeTakeFirstOrThrow()
      await tellInstitution(work, facts.institutionId, {
        title: `贯标证书 ${facts.certificate.number} 被撤销`,
        body: input.reason,
        assessmentId: facts.certificate.id,
      })
      await enters(work, facts.institutionId)
      return { state }
    },
  })
}
