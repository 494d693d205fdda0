import type { Figure } from '../testing/bench/figure.ts'
import { run } from './steps.ts'

interface Bench {
  readonly figures: readonly string[]
  load(): Promise<() => Promise<readonly Figure[]>>
}

/** Every bench with the figures that it measures, in the order of issue 2. */
const benches: readonly Bench[] = [
  {
    figures: ['accepted-commands'],
    load: async () => (await import('../testing/bench/accepted-commands.ts')).acceptedCommands,
  },
  {
    figures: ['append', 'append-to-published'],
    load: async () => (await import('../testing/bench/append.ts')).appendEntries,
  },
  {
    figures: ['inclusion-proofs'],
    load: async () => (await import('../testing/bench/inclusion-proofs.ts')).inclusionProofs,
  },
  {
    figures: ['opinion', 'verify'],
    load: async () => (await import('../testing/bench/opinion.ts')).opinionDocument,
  },
  {
    figures: ['work-queue-paint', 'first-load-javascript'],
    load: async () => (await import('../testing/bench/work-queue-paint.ts')).workQueuePaint,
  },
  { figures: ['case-list'], load: async () => (await import('../testing/bench/case-list.ts')).caseList },
  {
    figures: ['upload-memory'],
    load: async () => (await import('../testing/bench/upload-memory.ts')).uploadMemory,
  },
  {
    figures: ['draw', 'draws-recomputed'],
    load: async () => (await import('../testing/bench/draws.ts')).draws,
  },
  {
    figures: ['directory-search', 'directory-as-of'],
    load: async () => (await import('../testing/bench/directory-search.ts')).directorySearch,
  },
  { figures: ['demo-ready'], load: async () => (await import('../testing/bench/demo-ready.ts')).demoReady },
]

/**
 * `npm run bench [-- NAME…]`: one JSON line per figure. A goal that is missed is information, not a failure; the exit code
 * is 1 only where a bench could not be carried out.
 */
async function main(names: readonly string[]): Promise<number> {
  const wanted = names.length > 0 ? names : benches.map(({ figures }) => figures[0] ?? '')
  const unknown = wanted.find((name) => !benches.some(({ figures }) => figures.includes(name)))
  if (unknown) {
    console.error(`没有叫“${unknown}”的测量。可以写：${benches.flatMap(({ figures }) => figures).join('、')}`)
    return 1
  }
  if (names.length !== 1) return apart(wanted)
  const [name = ''] = names
  const bench = await benches.find(({ figures }) => figures.includes(name))?.load()
  const figures = (await bench?.()) ?? []
  for (const { name, value, unit, against, goal, holds } of figures)
    console.log(JSON.stringify({ name, value, unit, against, goal, holds }))
  return 0
}

/** Each in a process of its own: no bench runs in the memory or on the warm code of another. */
async function apart(names: readonly string[]): Promise<number> {
  let broken = 0
  for (const name of names) {
    const code = await run(process.execPath, ['--import', 'tsx', import.meta.filename, name])
    if (code !== 0) broken = 1
  }
  return broken
}

process.exitCode = await main(process.argv.slice(2))
