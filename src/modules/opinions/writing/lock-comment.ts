import type { Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'

export async function lockComment(tx: Tx, at: { readonly id: string; readonly commentId: string }) {
  const comment = await tx
    .selectFrom('opinion_review_comment')
    .selectAll()
    .where('id', '=', at.commentId)
    .where('case_id', '=', at.id)
    .forUpdate()
    .executeTakeFirst()
  if (!comment) throw new Problem('not-found', '本案没有这条复核意见。')
  return comment
}
