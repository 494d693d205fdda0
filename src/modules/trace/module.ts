import type { Module } from '#kernel/command.ts'
import { entryProof } from './queries/entry-proof.ts'
import { matterTrace, type Vocabulary } from './queries/matter-trace.ts'

export { publishedSize } from './queries/matter-trace.ts'

/** Needs the other modules' vocabulary, since the log keeps codes and people read words. */
export function traceModule(others: () => readonly Module[]): Module {
  const vocabulary = () => vocabularyOf(others())
  return {
    name: 'trace',
    title: '过程留痕',
    commands: [],
    queries: [matterTrace(vocabulary), entryProof(vocabulary)],
  }
}

function vocabularyOf(modules: readonly Module[]): Vocabulary {
  const queries = modules.flatMap((module) => module.queries)
  const operations = [...queries, ...modules.flatMap((module) => module.commands)]
  const machines = modules.flatMap((module) => module.lifecycles ?? [])
  return {
    titles: new Map(operations.map(({ endpoint }) => [endpoint.id, endpoint.title])),
    queries: new Set(queries.map(({ endpoint }) => endpoint.id)),
    states: new Map(machines.map(({ name, states }) => [name, states])),
  }
}
