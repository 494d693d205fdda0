import type { OutputOf } from '#web/call.ts'
import { Facts } from '#web/kit/Facts.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import type { show } from '../contract/endpoints.ts'

interface SupplementsProps {
  readonly rounds: OutputOf<typeof show>['supplements']
}

/** What intake asked for and what was answered, newest round first. */
export function Supplements({ rounds }: SupplementsProps) {
  return (
    <Section title="补正">
      {rounds.toReversed().map(({ items, requestedAt, answeredAt, answer }) => (
        <Facts
          key={requestedAt}
          items={[
            ['要求时间', shownTime(requestedAt)],
            ['补正时间', answeredAt ? shownTime(answeredAt) : '等待委托方补正'],
            ['需补正的内容', itemsOf(items), 'wide'],
            ['补正说明', answer ?? undefined, 'wide'],
          ]}
        />
      ))}
    </Section>
  )
}

function itemsOf(items: readonly string[]) {
  return (
    <ol className="numbered">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  )
}
