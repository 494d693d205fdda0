import type { Module } from '#kernel/command.ts'

/** Operation id → the words for it; refused attempts have an entry of their own kind. */
export function operationTitles(modules: readonly Module[]): ReadonlyMap<string, string> {
  const operations = modules.flatMap(({ commands, queries }) => [...commands, ...queries])
  return new Map([
    ['attempt.refused', '被拒绝的办理'],
    ...operations.map(({ endpoint }): [string, string] => [endpoint.id, endpoint.title]),
  ])
}
