import { z } from 'zod'
import { appraisableMatter, refusalGround } from '#law/terms/admissibility.ts'
import { Facts } from '#web/kit/Facts.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'

const decisions = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), matter: appraisableMatter.schema, note: z.string() }),
  z.object({
    kind: z.literal('refused'),
    grounds: z.array(refusalGround.schema),
    explanation: z.string(),
    materialsReturn: z.string(),
  }),
  z.object({ kind: z.literal('withdrawn'), reason: z.string() }),
])

interface DecidedProps {
  readonly id: string
  readonly decision: object
  readonly at: string | null
  readonly institution: string
}

/** How it ended: accepted, refused or withdrawn, with grounds and time. */
export function Decided({ id, decision, at, institution }: DecidedProps) {
  const found = decisions.safeParse(decision)
  if (!found.success) return null
  const when = ['时间', at && <span className="number">{shownTime(at)}</span>] as const
  const { data } = found
  if (data.kind === 'accepted')
    return (
      <Section title="受理决定" beside={<To to={`/cases/${id}`}>进入案件</To>}>
        <Facts
          items={[
            ['受理机构', institution],
            when,
            ['事项类别', appraisableMatter.label(data.matter), 'wide'],
            ['受理意见', data.note || undefined, 'wide'],
          ]}
        />
      </Section>
    )
  if (data.kind === 'withdrawn')
    return (
      <Section title="委托方撤回">
        <Facts items={[when, ['撤回理由', data.reason, 'wide']]} />
      </Section>
    )
  return (
    <Section title="不予受理决定">
      <Facts
        items={[
          ['决定机构', institution],
          when,
          ['情形', data.grounds.map(refusalGround.label).join('；'), 'wide'],
          ['理由', data.explanation, 'wide'],
          ['材料退还', data.materialsReturn, 'wide'],
        ]}
      />
    </Section>
  )
}
