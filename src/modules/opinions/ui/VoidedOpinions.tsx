import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import type { OpinionShown } from '../contract/issue.ts'

/** Numbers that were reserved and returned: they stay, and are never used again. */
export function VoidedOpinions({ opinions }: { readonly opinions: readonly OpinionShown[] }) {
  return (
    <Section title="作废的定稿">
      <ul className="plain-list">
        {opinions.map((opinion) => (
          <li key={opinion.id}>
            <strong className="number voided">{opinion.no}</strong> 作废，
            {shownTime(opinion.voidedAt ?? opinion.frozenAt)}：{opinion.voidReason}
          </li>
        ))}
      </ul>
    </Section>
  )
}
