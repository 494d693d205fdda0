import { query } from '#kernel/command.ts'
import { listComments as endpoint } from '../contract/consultation.ts'
import { commentsOf, findConsultation } from '../reading/consultations.ts'

/** The disposition table of those who answer, with how to reach whoever commented. */
export const listComments = query({
  endpoint,
  allow: [
    { role: 'ASSOCIATION_SECRETARY', denial: '意见处理表由行业自律组织秘书处和国家知识产权局查看' },
    { role: 'CNIPA_OFFICER', denial: '意见处理表由行业自律组织秘书处和国家知识产权局查看' },
  ],
  async answer({ db, input }) {
    const { id } = await findConsultation(db, input.id)
    const comments = await commentsOf(db, id)
    return { comments: comments.map((comment) => ({ ...comment, at: comment.at.toISOString() })) }
  },
})
