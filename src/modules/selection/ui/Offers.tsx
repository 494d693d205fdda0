import { declineReason, selectionWay } from '#law/terms/selection.ts'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import type { Selection } from './SelectionPage.tsx'

const grounds: Readonly<Record<string, string>> = declineReason.labels

/** To whom the matter was put, on what ground, and what was answered; the newest first. */
export function Offers({ found: { offers } }: { readonly found: Selection }) {
  return (
    <Section title="选定与答复">
      <ul className="people">
        {offers.toReversed().map((offer) => (
          <li key={offer.no}>
            <strong>{offer.institution}</strong>
            <span>
              {selectionWay.label(offer.way)}
              {offer.place !== null && ` 第 ${offer.place + 1} 位`}：{offer.record}
            </span>
            <span>{answerText(offer)}</span>
            <span className="faint">{shownTime(offer.answeredAt ?? offer.offeredAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function answerText({ answer, answerBy, reason, explanation }: Selection['offers'][number]): string {
  if (answer === 'PENDING') return `待答复，期限 ${answerBy}`
  if (answer === 'ACCEPTED') return '已承接'
  if (answer === 'LAPSED') return '逾期未答复'
  return `谢绝：${grounds[reason ?? ''] ?? ''}${explanation ? `（${explanation}）` : ''}`
}
