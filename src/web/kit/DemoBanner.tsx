import { useAnySession } from '../session.tsx'

/** Says on every page that this is a demonstration, and that its time is made up. */
export function DemoBanner() {
  const { kind, simulatedClock } = useAnySession().installation
  if (kind === 'production' && !simulatedClock) return null
  const parts = [kind === 'demonstration' ? '演示环境' : '', simulatedClock ? '模拟时钟' : ''].filter(Boolean)
  return (
    <aside className="demo-banner" aria-label="环境说明">
      {parts.join(' · ')}
      <span>：数据、证书与时间戳均为演示，没有法律效力</span>
    </aside>
  )
}
