import { rule } from '#kernel/rule.ts'
import { forensicProcedure } from '#law/forensic-procedure-2016.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import type { NeededReviewers } from '#modules/cases/rules/reviewers.ts'

interface Commented {
  readonly comments: readonly { readonly answered_at: Date | null; readonly closed_at: Date | null }[]
}

export interface Reviewed extends Commented {
  readonly actorId: string | null
  /** Everybody who ever did appraisal work in the case, gone or present. */
  readonly workers: readonly string[]
  readonly reviewers: readonly { readonly accountId: string; readonly name: string }[]
  /** Whose sheet of this round says 同意. */
  readonly agreed: readonly string[]
  readonly needed: NeededReviewers
}

export const reviewersAssigned = rule<Pick<Reviewed, 'reviewers'>>({
  id: 'reviewers-assigned',
  brief: 'O-03',
  says: '送交复核前已指定复核人',
  basis: [forensicProcedure.clause('第35条'), guangdong.clause('第14条')],
  check: ({ reviewers }) =>
    reviewers.length > 0
      ? 'pass'
      : { fail: '本案还没有指定复核人', remedy: '请机构负责人在“鉴定组”页面指定复核人。' },
})

export const commentsAnswered = rule<Commented>({
  id: 'comments-answered',
  brief: 'O-03',
  says: '再次送交复核前逐条答复复核意见',
  basis: [forensicProcedure.clause('第35条')],
  check: ({ comments }) => {
    const open = comments.filter(
      ({ answered_at, closed_at }) => answered_at === null && closed_at === null,
    ).length
    return open === 0
      ? 'pass'
      : { fail: `还有 ${open} 条复核意见没有答复`, remedy: '请逐条答复：怎样改的，或者为什么不改。' }
  },
})

export const reviewerNotAuthor = rule<Pick<Reviewed, 'actorId' | 'workers'>>({
  id: 'reviewer-not-author',
  brief: 'P-11',
  says: '复核人不是本案的鉴定人',
  basis: [houseRules.clause('P-11'), forensicProcedure.clause('第35条')],
  check: ({ actorId, workers }) =>
    actorId !== null && workers.includes(actorId)
      ? { fail: '您参加过本案的鉴定', remedy: '请机构另行指定没有参加本案鉴定的复核人。' }
      : 'pass',
})

export const commentsClosed = rule<Commented>({
  id: 'comments-closed',
  brief: 'O-03',
  says: '复核意见全部关闭后才能通过',
  basis: [forensicProcedure.clause('第35条')],
  check: ({ comments }) => {
    const open = comments.filter(({ closed_at }) => closed_at === null).length
    return open === 0
      ? 'pass'
      : { fail: `还有 ${open} 条复核意见没有关闭`, remedy: '请逐条核对后关闭，或者退回修改。' }
  },
})

export const someCommentOpen = rule<Commented>({
  id: 'return-names-defects',
  brief: 'O-03',
  says: '退回修改时写明需要修改之处',
  basis: [forensicProcedure.clause('第35条')],
  check: ({ comments }) =>
    comments.some(({ closed_at }) => closed_at === null)
      ? 'pass'
      : { fail: '没有未解决的复核意见', remedy: '请先提出复核意见，指明要改的地方，再退回。' },
})

/** The procedure says 可以: fewer pass with a written reason, as they do when reviewers are assigned. */
export const enoughSigned = rule<Pick<Reviewed, 'agreed' | 'actorId' | 'needed'>>({
  id: 'reviewers-signed',
  brief: 'O-03',
  says: '复杂事项或者重新鉴定由三人以上复核',
  basis: [forensicProcedure.clause('第35条')],
  check: ({ agreed, actorId, needed }) => {
    const others = new Set(agreed.filter((each) => each !== actorId)).size
    if (others + 1 >= needed.count) return 'pass'
    return {
      warn: `${needed.why}，目前连同您只有 ${others + 1} 人签署`,
      remedy: '请其他复核人先签署复核意见，由最后一人办理“复核通过”；确实不能的，写明理由。',
    }
  },
})

export const signsRoundOnce = rule<Pick<Reviewed, 'agreed' | 'actorId'>>({
  id: 'signs-once-a-round',
  brief: 'O-03',
  says: '每名复核人对每一稿签署一次',
  basis: [forensicProcedure.clause('第35条')],
  check: ({ agreed, actorId }) =>
    actorId !== null && agreed.includes(actorId)
      ? { fail: '您已对这一稿签署过复核意见', remedy: '不必再签；等其他复核人签署后即可通过。' }
      : 'pass',
})

export const severalNeeded = rule<Pick<Reviewed, 'needed' | 'agreed'>>({
  id: 'several-reviewers-needed',
  brief: 'O-03',
  says: '只需一人复核的，直接办理复核通过',
  basis: [forensicProcedure.clause('第35条')],
  check: ({ needed, agreed }) =>
    agreed.length + 1 < needed.count
      ? 'pass'
      : { fail: '其他复核人已签署完毕，或者本案只需一人复核', remedy: '请直接办理“复核通过”。' },
})
