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
          ([field, value]) => [labels[field] ?? field, <Value key={field} value={value} />, 'wide'] as const,
        )}
      />
    </details>
  )
}

function Value({ value }: { readonly value: Json }) {
  const lines = Array.isArray(value) ? value.map(line) : [line(value)]
  if (lines.length === 0) return '没有'
  return (
    <ul className="trace-values">
      {lines.map((text) => (
        <li key={text}>
          <code>{text}</code>
        </li>
      ))}
    </ul>
  )
}

/** One value on one line: `key value` pairs of what is not empty. */
function line(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const pairs = Object.entries(value).map(([key, inner]) => [key, inner ? line(inner) : ''] as const)
  const shown = pairs.filter(([, text]) => text !== '')
  if (Array.isArray(value)) return shown.map(([, text]) => text).join('、')
  return shown.map(([key, text]) => `${key}=${text}`).join('；')
}
