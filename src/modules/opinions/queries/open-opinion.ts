import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { openOpinion as endpoint } from '../contract/issue.ts'
import { visibleOpinion } from '../reading/opinion-at.ts'
import { insiders } from '../rules/who.ts'

const sealedLevels: readonly string[] = ['TRADE_SECRET', 'RESTRICTED_PERSONS']

/** The newest file of an opinion, for those who may see it; reading one of a sealed case leaves an entry. */
export const openOpinionFile = query({
  endpoint,
  allow: insiders,
  async answer({ db, input, actor, files }) {
    const { opinion, case: row } = await visibleOpinion(db, input.id, actor)
    if (opinion.file_sha256 === null) throw new Problem('not-found', '意见书还没有成文，请稍候。')
    const mark = opinion.state === 'ISSUED' ? '' : opinion.state === 'VOIDED' ? '（作废）' : '（未签发）'
    return {
      name: `${opinion.no}${mark}.pdf`,
      sha256: opinion.file_sha256,
      size: await files.size(opinion.file_sha256),
      mediaType: 'application/pdf',
      sealedCase: sealedLevels.includes(row.confidentiality) ? row.id : null,
    }
  },
  traced: ({ input, output }) =>
    output.sealedCase === null ? undefined : { type: 'opinion', id: input.id, matter: output.sealedCase },
})
