import { custodyEventKind, materialCondition } from '#law/terms/material.ts'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import type { CustodyShown } from '../contract/materials.ts'

interface CustodyTimelineProps {
  readonly materialId: string
  readonly events: readonly CustodyShown[]
}

/** The chain from receipt to now: who gave it to whom, when, where, in which condition, and why. */
export function CustodyTimeline({ materialId, events }: CustodyTimelineProps) {
  return (
    <ol className="custody">
      {events.map((event) => (
        <li key={event.seq}>
          <p>
            <strong>{custodyEventKind.label(event.kind)}</strong>{' '}
            {event.from === event.to ? event.to : `${event.from} → ${event.to}`}
          </p>
          <p>
            {event.place}，{materialCondition.label(event.condition)}。{event.reason}
          </p>
          <p className="faint">
            <time dateTime={event.happenedAt}>{shownTime(event.happenedAt)}</time> · {event.recordedBy}记录
            {event.recordedAt.slice(0, 16) !== event.happenedAt.slice(0, 16) &&
              `于 ${shownTime(event.recordedAt)}`}
            {event.from !== event.to && (
              <>
                {' · '}
                <To to={`/materials/${materialId}/receipt/${event.seq}`}>交接凭证</To>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
