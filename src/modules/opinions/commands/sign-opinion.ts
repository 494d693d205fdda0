import { command } from '#kernel/command.ts'
import { notify } from '#modules/notices/module.ts'
import { sign as endpoint } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { lockToSign } from '../reading/opinion-at.ts'
import { holdsKey, keysAlive, signatoriesAreTheTeam, signedNow, signsOpinionOnce } from '../rules/issue.ts'
import { performingAppraiser } from '../rules/issuers.ts'
import { recusalsSettled } from '../rules/recusals.ts'
import { attachSignature, demandSameBase, embedSignature } from '../writing/embed-signature.ts'

/** A performing appraiser's signature, made by his own key in his own browser; here it is stamped, embedded and checked. */
export const signOpinion = command({
  endpoint,
  load: ({ tx, target, actor }) => lockToSign(tx, target.id, actor, 'person'),
  allow: performingAppraiser,
  fires: { machine: opinionLife, event: 'sign', state: ({ opinion }) => opinion.state },
  rules: [signsOpinionOnce, holdsKey, signatoriesAreTheTeam, keysAlive, recusalsSettled],
  async consider({ facts, input, now }) {
    demandSameBase(facts, input)
    return { now }
  },
  formRules: [signedNow],
  stepUp: true,
  beforehand: ({ facts, input, files, services, actor }) =>
    embedSignature(facts, input, { files, services, actor }),
  subject: ({ input, facts }) => ({ type: 'opinion', id: input.id, matter: facts.case.id }),
  async run({ tx, facts, made, input, actor, now, chance }) {
    await attachSignature(tx, facts, { input, actor, sha256: made.sha256 })
    const signed = [actor.accountId, ...facts.signatures.map(({ account_id }) => account_id)]
    const waiting = facts.opinion.signatories.filter(({ accountId }) => !signed.includes(accountId))
    if (waiting.length === 0)
      await notify(tx, {
        chance,
        now,
        matter: facts.case.id,
        to:
          facts.issuer === null
            ? { organisationId: facts.case.institution_id, role: 'INSTITUTION_ADMIN' }
            : { accountId: facts.issuer },
        title: `意见书待盖章签发：${facts.case.title}`,
        body: `${facts.opinion.no}的鉴定人已全部签名，请盖章并签发。`,
        link: `/app/cases/${facts.case.id}/signing`,
      })
    return {
      state: facts.opinion.state,
      fileSha256: made.sha256,
      waiting: waiting.map(({ name }) => name),
    }
  },
  record: ({ output, facts }) => ({
    file: output.fileSha256,
    certificate: facts.key?.certificate_sha256 ?? '',
  }),
})
