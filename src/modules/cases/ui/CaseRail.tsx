import { matterTrace } from '#modules/trace/contract.ts'
import type { OutputOf } from '#web/call.ts'
import { DueDate } from '#web/kit/DueDate.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { TraceMark } from '#web/kit/TraceMark.tsx'
import { useQuery } from '#web/useQuery.ts'
import type { showCase } from '../contract/case.ts'
import { ClockState } from './ClockState.tsx'

type Found = OutputOf<typeof showCase>

/** States in which no clock runs any more. */
const over: readonly string[] = ['ISSUED', 'DELIVERED', 'CLOSED', 'TERMINATED', 'WITHDRAWN']

/** Deadline with its sum, people by name and duty, the last five traces. */
export function CaseRail({ found }: { readonly found: Found }) {
  const { clock, people, id } = found
  return (
    <>
      <Section title="期限">
        {clock.startedOn === null ? (
          <p className="faint">协议生效后开始计算。</p>
        ) : over.includes(found.state) ? (
          <p className="faint">不再计算{clock.due === null ? '' : `（原到期 ${clock.due}）`}。</p>
        ) : (
          <>
            <DueDate
              date={clock.due}
              workingDaysLeft={clock.workingDaysLeft}
              provisional={clock.provisional}
              why={clock.lines}
            />
            <ClockState clock={clock} />
          </>
        )}
      </Section>
      <Section title="人员">
        <Facts
          items={people
            .map(({ name, duty }) => [duty, name] as const)
            .reduce<[string, string][]>(together, [])}
        />
      </Section>
      <Section title="最近留痕" beside={<To to={`/cases/${id}/trace`}>全部</To>}>
        <LastTraces id={id} />
      </Section>
    </>
  )
}

/** People of one duty stand on one line. */
function together(lines: [string, string][], [duty, name]: readonly [string, string]): [string, string][] {
  const last = lines.at(-1)
  return last?.[0] === duty
    ? [...lines.slice(0, -1), [duty, `${last[1]}、${name}`]]
    : [...lines, [duty, name]]
}

function LastTraces({ id }: { readonly id: string }) {
  const { data } = useQuery(matterTrace, { id })
  const last = (data?.entries ?? []).slice(-5).reverse()
  if (last.length === 0) return <p className="faint">{data ? '还没有留痕。' : '正在读取…'}</p>
  return (
    <ol className="rail-traces">
      {last.map(({ index, title, by, at, kind }) => (
        <li key={index}>
          {title}
          {kind === 'refused' && '（被拒绝）'} {by.name}
          <br />
          <span className="faint">
            {shownTime(at)}
            <TraceMark index={index} />
          </span>
        </li>
      ))}
    </ol>
  )
}
