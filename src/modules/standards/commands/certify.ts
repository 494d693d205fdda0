import { command } from '#kernel/command.ts'
import { nextNumber } from '#modules/numbers/module.ts'
import { certify as endpoint } from '../contract/conformity.ts'
import { assessmentLife, certificateLife } from '../lifecycle.ts'
import { decisionFacts } from '../reading/decision-facts.ts'
import { decidedByAnother, findingsClosed } from '../rules/conformity.ts'
import { associationInCharge } from '../rules/who.ts'
import { type EntersRegister, termOf } from '../writing/certificate.ts'
import { tellInstitution } from '../writing/tell.ts'

/** Decides that the institution conforms: a certificate with its scope and term, and what the public list says follows at once. */
export function certify({ enters }: { readonly enters: EntersRegister }) {
  return command({
    endpoint,
    load: ({ tx, target, actor }) => decisionFacts(tx, target.id, actor),
    allow: associationInCharge,
    fires: { machine: assessmentLife, event: 'certify', state: ({ assessment }) => assessment.state },
    alsoFires: {
      machine: certificateLife,
      event: 'issue',
      state: () => 'NEW' as const,
      subject: ({ assessment }) => assessment.id,
    },
    rules: [decidedByAnother, findingsClosed],
    subject: ({ facts }) => ({ type: 'conformity-assessment', id: facts.assessment.id }),
    async run(work) {
      const { tx, facts, input, actor, now, today } = work
      const { id, institution_id, standard_id, version_no, ip_types } = facts.assessment
      const year = today.slice(0, 4)
      const serial = await nextNumber(tx, `conformity:${year}`)
      const certificate = {
        number: `ZSJD-GB-${year}-${String(serial).padStart(5, '0')}`,
        valid_from: today,
        valid_until: termOf(today),
      }
      await tx
        .updateTable('conformity_assessment')
        .set({ state: 'CERTIFIED', decided_by: actor.accountId, decided_at: now, reason: input.reason })
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('conformity_certificate')
        .values({
          id,
          state: 'IN_FORCE',
          ...certificate,
          institution_id,
          standard_id,
          version_no,
          ip_types,
          issued_by: actor.accountId ?? '',
          issued_at: now,
        })
        .execute()
      await tellInstitution(work, institution_id, {
        title: `贯标证书 ${certificate.number}`,
        body: `经评定符合标准要求，证书有效期到 ${certificate.valid_until}。`,
        assessmentId: id,
      })
      await enters(work, institution_id)
      const { number, valid_from: validFrom, valid_until: validUntil } = certificate
      return { number, validFrom, validUntil }
    },
    record: ({ output }) => ({ certificate: output.number, validUntil: output.validUntil }),
  })
}
