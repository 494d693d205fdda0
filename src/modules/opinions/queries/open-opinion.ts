import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { openOpinion as endpoint } from '../contract/issue.ts'
import { visibleOpinion } from '../reading/opinion-at.ts'
import { sealedOpinion } from '../reading/sealed-opinion.ts'
import { insiders } from '../rules/who.ts'

/** The newest file of an opinion, for those who may see it; reading one of a sealed case leaves an entry. */
export const openOpinionFile = query({
  endpoint,
  allow: insiders,
  async answer({ db, input, actor, files }) {
    const { opinion } = await visibleOpinion(db, input.id, actor)
    if (opinion.file_sha256 === null) throw new Problem('not-found', '意见书还没有成文，请稍候。')
    const mark = opinion.state === 'ISSUED' ? '' : opinion.state === 'VOIDED' ? '（作废）' : '（未签发）'
    return {
      name: `${opinion.no}${mark}.pdf`,
      sha256: opinion.file_sha256,
      size: await files.size(opinion.file_sha256),
      mediaType: 'application/pdf',
    }
  },
  traced: ({ db, input }) => sealedOpinion(db, input.id),
})
