import { command } from '#kernel/command.ts'
import { seal as endpoint } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { lockToSign } from '../reading/opinion-at.ts'
import { actingIssuerApart } from '../rules/freeze.ts'
import { holdsKey, sealRules, signedNow } from '../rules/issue.ts'
import { issuerOfCase } from '../rules/issuers.ts'
import { recusalsSettled } from '../rules/recusals.ts'
import { attachSignature, demandSameBase, embedSignature } from '../writing/embed-signature.ts'

/** The institution's electronic seal, by its authorised issuer, over the signatures of all appraisers (O-06). */
export const sealOpinion = command({
  endpoint,
  load: ({ tx, target, actor }) => lockToSign(tx, target.id, actor, 'seal'),
  allow: issuerOfCase,
  fires: { machine: opinionLife, event: 'seal', state: ({ opinion }) => opinion.state },
  rules: [actingIssuerApart, ...sealRules, recusalsSettled, holdsKey],
  async consider({ facts, input, now }) {
    demandSameBase(facts, input)
    return { now }
  },
  formRules: [signedNow],
  stepUp: true,
  beforehand: ({ facts, input, files, services, actor }) =>
    embedSignature(facts, input, { files, services, actor }),
  subject: ({ input, facts }) => ({ type: 'opinion', id: input.id, matter: facts.case.id }),
  async run({ tx, facts, made, input, actor }) {
    await attachSignature(tx, facts, { input, actor, sha256: made.sha256 })
    await tx
      .updateTable('opinion_document')
      .set({ state: 'READY' })
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow()
    return { state: 'READY', fileSha256: made.sha256 }
  },
  record: ({ output, facts }) => ({
    file: output.fileSha256,
    certificate: facts.key?.certificate_sha256 ?? '',
  }),
})
