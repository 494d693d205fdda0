import type { Json } from '#kernel/json.ts'
import { Facts } from '#web/kit/Facts.tsx'
import type { CheckedProof } from './check-proof.ts'

const labels: Readonly<Record<string, string>> = {
  subject: '对象',
  by: '办理人',
  machine: '状态机',
  event: '事件',
  from: '原状态',
  to: '新状态',
  findings: '判断的规则',
  attempted: '被拒绝的操作',
  problem: '拒绝的种类',
  detail: '拒绝的理由',
  violated: '违反的规则',
}

/** The fields that the proof lays open, as they stand in the log: the codes themselves, not our words for them. */
export function OpenedFields({ opened }: Pick<CheckedProof, 'opened'>) {
  const fields = Object.entries(opened)
  if (fields.length === 0) return null
  return (
    <details className="trace-opened">
      <summary>日志中的原文（{fields.length} 个字段；填写的内容没有打开）</summary>
      <Facts
        items={fields.map(
          ([field, value]) =>
            [labels[field] ?? field, <code key={field}>{text(value)}</code>, 'wide'] as const,
        )}
      />
    </details>
  )
}

function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
