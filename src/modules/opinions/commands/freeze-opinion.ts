import { createHash } from 'node:crypto'
import { command } from '#kernel/command.ts'
import { printOpinionNumber } from '#law/identifiers/opinion-number.ts'
import { printVerificationCode, verificationCode } from '#law/identifiers/verification-code.ts'
import { lockCase } from '#modules/cases/module.ts'
import { findInstitution } from '#modules/directory/module.ts'
import { nextNumber } from '#modules/numbers/module.ts'
import { freeze as names } from '#verify/check-log.ts'
import { freeze as endpoint } from '../contract/issue.ts'
import { manifestOf } from '../document/manifest.ts'
import { opinionData } from '../document/opinion-data.ts'
import { freezeFacts } from '../reading/freeze-facts.ts'
import { opinionDataOf } from '../reading/opinion-data-of.ts'
import { freezeRules } from '../rules/freeze.ts'
import { issuerOfCase } from '../rules/issuers.ts'
import { recusalsSettled } from '../rules/recusals.ts'

/** Reserves number and verification code, and logs the hash of everything the document will say, before anyone signs. */
export const freezeOpinion = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const row = await lockCase(tx, target.id, actor)
    return freezeFacts(tx, row, { actorId: actor.accountId, now })
  },
  allow: issuerOfCase,
  rules: [...freezeRules, recusalsSettled],
  subject: ({ input, output }) => ({
    type: output ? 'opinion' : 'case',
    id: output?.opinionId ?? input.id,
    matter: input.id,
  }),
  async run({ tx, input, facts, actor, now, today, chance, services, outbox }) {
    const institutionId = facts.case.institution_id
    const listed = await findInstitution(tx, institutionId, now)
    const year = Number(today.slice(0, 4))
    const serial = await nextNumber(tx, `opinion:${institutionId}:${year}`)
    const opinionNo = printOpinionNumber({ institution: listed?.shortName ?? '', year, serial })
    const code = verificationCode(chance.bytes(5))
    const search = new URLSearchParams({ number: opinionNo, code })
    const { data, signatories } = await opinionDataOf(tx, input.id, {
      opinionNo,
      verificationCode: printVerificationCode(code),
      checkUrl: `${services.publicUrl}/check?${search}`,
      demonstration: services.demonstration,
      now,
      today,
    })
    const manifest = new TextDecoder().decode(manifestOf(opinionData.parse(data), services.documents.tools))
    const manifestSha256 = createHash('sha256').update(manifest).digest('hex')
    const opinionId = chance.id()
    await tx
      .insertInto('opinion_document')
      .values({
        id: opinionId,
        state: 'RENDERING',
        validity: 'VALID',
        case_id: input.id,
        institution_id: institutionId,
        year,
        serial,
        no: opinionNo,
        verification_code: code,
        manifest,
        manifest_sha256: manifestSha256,
        signatories: JSON.stringify(signatories),
        frozen_by: actor.accountId ?? '',
        frozen_at: now,
      })
      .execute()
    await outbox.send(tx, 'opinion.render', { opinionId })
    return { opinionId, opinionNo, verificationCode: code, state: 'RENDERING', manifestSha256 }
  },
  record: ({ output }) => ({ [names.field]: output.manifestSha256, opinionNo: output.opinionNo }),
})
