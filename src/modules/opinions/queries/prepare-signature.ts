import { query } from '#kernel/command.ts'
import { next } from '#kernel/lifecycle.ts'
import { Problem } from '#kernel/problem.ts'
import { toBase64 } from '#log/core/base64.ts'
import { prepareSignature as endpoint } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { visibleOpinion } from '../reading/opinion-at.ts'
import { activeKey } from '../reading/opinion-rows.ts'
import { sealedOpinion } from '../reading/sealed-opinion.ts'
import { fieldOf, signatureOrder } from '../reading/signature-order.ts'
import { issues } from '../rules/issuers.ts'

const only = '只有实施本案鉴定的鉴定人签名，只有本案签发人盖章'

/** What the person's key is to sign, with the very file: he looks at it, hashes it himself, and only then signs. */
export const prepareForSignature = query({
  endpoint,
  allow: [
    { role: 'APPRAISER', denial: only },
    { role: 'AUTHORIZED_ISSUER', denial: only },
  ],
  async answer({ db, input, actor, now, files, services }) {
    const at = await visibleOpinion(db, input.id, actor)
    const { opinion } = at
    if (next(opinionLife, opinion.state, input.kind === 'seal' ? 'seal' : 'sign') === undefined)
      throw new Problem('wrong-state', `意见书目前是“${opinionLife.states[opinion.state]}”，不能签名或盖章。`)
    const field = fieldOf(opinion, input.kind, actor.accountId)
    if (field === '' || (input.kind === 'seal' && !issues(actor, at)))
      throw new Problem('not-permitted', `${only}。`)
    const key = await activeKey(db, actor.accountId, input.kind)
    if (!key) throw new Problem('rule-violated', '您没有可用的签名密钥，请先在“我的签名密钥”中生成并登记。')
    const taken = await db
      .selectFrom('opinion_signature')
      .select('field')
      .where('opinion_id', '=', opinion.id)
      .where('field', '=', field)
      .executeTakeFirst()
    if (taken) throw new Problem('wrong-state', '您已经在这份意见书上签过名，不必再签。')
    const base = opinion.file_sha256 ?? ''
    const order = signatureOrder(key, field, now)
    const made = await services.documents.prepare(await files.read(base), order)
    return {
      keyId: key.id,
      field,
      base,
      signingTime: now.toISOString(),
      toBeSigned: toBase64(made.toBeSigned),
      documentDigest: Buffer.from(made.documentDigest).toString('hex'),
      document: toBase64(made.prepared),
    }
  },
  traced: ({ db, input }) => sealedOpinion(db, input.id),
})
