import { type Kysely, sql } from 'kysely'
import type { Json } from '#kernel/json.ts'
import type { Lifecycle } from '#kernel/lifecycle.ts'
import type { Tables } from '#kernel/tables.ts'
import type { Discrepancy, StoredEntry } from './discrepancy.ts'

/** A table that keeps the state of a machine: `state` unless said otherwise; rows are known by `id`. */
export type ReplayedMachine = Pick<Lifecycle, 'name' | 'title' | 'table' | 'initial' | 'states'> & {
  readonly stateColumn?: string
}

export interface Replay {
  take(entry: StoredEntry): Iterable<Discrepancy>
  compare(db: Kysely<Tables>): AsyncIterable<Discrepancy>
}

/** Where the log last left a subject. */
interface Reached {
  readonly state: string
  readonly index: number
}

const batch = 2048

/**
 * Plays every `from → to` of the log and compares what it comes to with the state columns: two independent truths.
 * A row in the initial state needs no entry (a draft being typed leaves none); any other state must have been reached.
 */
export function replay(machines: readonly ReplayedMachine[]): Replay {
  const reached = new Map(machines.map((machine) => [machine.name, new Map<string, Reached>()]))
  function* takeMove(index: number, move: Move): Iterable<Discrepancy> {
    const machine = machines.find(({ name }) => name === move.machine)
    const subjects = reached.get(move.machine)
    if (!machine || !subjects) {
      yield { index, says: `第 ${index} 号条目属于未知的状态机“${move.machine}”` }
      return
    }
    const before = subjects.get(move.id)?.state ?? machine.initial
    if (before !== move.from) {
      const says = `第 ${index} 号条目称${machine.title} ${move.id} 由“${label(machine, move.from)}”变化，但日志此前的状态是“${label(machine, before)}”`
      yield { index, says }
    }
    subjects.set(move.id, { state: move.to, index })
  }
  return {
    *take({ index, fields }) {
      for (const move of fields ? movesOf(fields) : []) yield* takeMove(index, move)
    },
    async *compare(db) {
      for (const machine of machines) yield* compareTable(db, machine, reached.get(machine.name) ?? new Map())
    },
  }
}

interface Move {
  readonly machine: string
  readonly id: string
  readonly from: string
  readonly to: string
}

/** The move of the entry's subject, and of a second machine where one moved in the same act. */
function movesOf(fields: Readonly<Record<string, Json>>): Move[] {
  const { machine, from, to, subject, also } = fields
  const second = isObject(also) ? moveOf(also, also) : undefined
  return [moveOf({ machine, from, to }, subject), second].filter((move) => move !== undefined)
}

type Fields = Readonly<Record<string, Json | undefined>>

function moveOf({ machine, from, to }: Fields, subject: Json | undefined): Move | undefined {
  if (typeof machine !== 'string' || typeof from !== 'string' || typeof to !== 'string') return undefined
  return isObject(subject) && typeof subject.id === 'string'
    ? { machine, id: subject.id, from, to }
    : undefined
}

function isObject(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function* compareTable(
  db: Kysely<Tables>,
  machine: ReplayedMachine,
  reached: Map<string, Reached>,
): AsyncIterable<Discrepancy> {
  const { table, title, initial, stateColumn = 'state' } = machine
  const unseen = new Map(reached)
  await sql`declare fsck_states no scroll cursor for
    select id::text as id, ${sql.ref(stateColumn)} as state from ${sql.table(table)}`.execute(db)
  for (;;) {
    const { rows } = await sql<{
      id: string
      state: string
    }>`fetch ${sql.lit(batch)} from fsck_states`.execute(db)
    if (rows.length === 0) break
    for (const { id, state } of rows) {
      const { state: expected, index } = reached.get(id) ?? { state: initial, index: null }
      unseen.delete(id)
      if (state === expected) continue
      const said = `${title} ${id} 的状态是“${label(machine, state)}”，按日志应为“${label(machine, expected)}”`
      yield { index, says: index === null ? `${said}（日志中没有它的变化）` : said }
    }
  }
  await sql`close fsck_states`.execute(db)
  for (const [id, { index }] of unseen) {
    yield { index, says: `日志记有${title} ${id}，但表 ${table} 中没有这一行` }
  }
}

const label = (machine: ReplayedMachine, state: string) => machine.states[state] ?? state
