import type { Module } from '#kernel/command.ts'
import type { Lifecycle } from '#kernel/lifecycle.ts'

/** One Mermaid diagram per state machine, from the object that the server checks with. */
export function stateDiagrams(modules: readonly Module[]): string {
  const machines = modules.flatMap(({ lifecycles }) => lifecycles ?? [])
  return `# 状态机\n\n${machines.map(diagram).join('\n')}`
}

function diagram(machine: Lifecycle): string {
  const arrows = Object.values(machine.events).flatMap(({ label, from, to }) =>
    from.map((state) => `  ${state} --> ${to ?? state} : ${label}`),
  )
  const names = Object.entries(machine.states).map(([code, label]) => `  ${code} : ${label}`)
  return [
    `## ${machine.title}（${machine.name}，表 ${machine.table}）`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${machine.initial}`,
    ...names,
    ...arrows,
    '```',
    '',
  ].join('\n')
}
