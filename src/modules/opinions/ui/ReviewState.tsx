import { reviewOutcome } from '#law/terms/review.ts'
import type { OutputOf } from '#web/call.ts'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import type { showReview } from '../contract/review.ts'

/** How far the review is: round, who signed, what the sheets say. */
export function ReviewState({ review }: { readonly review: OutputOf<typeof showReview> }) {
  if (review.round === 0 && review.reviewers.length === 0) return null
  const open = review.comments.filter(({ closedAt }) => closedAt === null).length
  const names = review.reviewers.map(({ name, signed }) => `${name}${signed ? '（已签署本稿）' : ''}`)
  return (
    <Section
      title="复核"
      beside={
        <span className="count">
          {review.round === 0 ? '尚未提交' : `第 ${review.round} 稿`}，未关闭意见 {open} 条
        </span>
      }
    >
      <p>
        复核人：{names.join('、') || '尚未指定'}。{review.whyNeeded}。
      </p>
      {review.contentSha256 && (
        <p className="faint">
          提交稿校验值 <code className="hash">{review.contentSha256}</code>
        </p>
      )}
      <ul className="sheets">
        {review.sheets.map((sheet) => (
          <li key={`${sheet.round} ${sheet.name}`}>
            第 {sheet.round} 稿 {sheet.name}：<strong>{reviewOutcome.label(sheet.outcome)}</strong>
            <span className="faint"> {shownTime(sheet.signedAt)}</span>
            <p>程序：{sheet.procedureView}</p>
            <p>技术：{sheet.technicalView}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
