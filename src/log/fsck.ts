import { type Kysely, sql } from 'kysely'
import type { Tables } from '#kernel/tables.ts'
import { checkEntry } from './check-entry.ts'
import { checkFiles } from './check-files.ts'
import { checkRows } from './check-rows.ts'
import { checkTree } from './check-tree.ts'
import type { LogTrust } from './core/checkpoint.ts'
import type { Discrepancy, StoredEntry } from './discrepancy.ts'
import type { TileStore } from './publish.ts'
import { type ReplayedMachine, replay } from './replay.ts'
import './store.ts'

/** What a module checks beyond states, reading the same snapshot. */
type ModuleCheck = (db: Kysely<Tables>) => AsyncIterable<Discrepancy>

export interface FsckPlan {
  /** Every machine there is: an entry of another one is then a discrepancy. */
  readonly machines?: readonly ReplayedMachine[]
  readonly checks?: readonly ModuleCheck[]
  /** Where given, every row of every other table is compared with the entry that last told of it. */
  readonly unfollowed?: readonly string[]
  /** Where given, the signatures of all stored checkpoints are checked too. */
  readonly trust?: LogTrust
  /** Where given with trust, the published files are recomputed as well. */
  readonly store?: Pick<TileStore, 'read'>
}

/** Entries held at once: one may tell of thousands of rows. */
const batch = 256

/** All that disagrees between entries, tree, checkpoints and tables; empty where the log is sound. */
export async function fsck(db: Kysely<Tables>, plan: FsckPlan = {}): Promise<Discrepancy[]> {
  const found: Discrepancy[] = []
  for await (const one of discrepancies(db, plan)) found.push(one)
  return found
}

/** The same one by one, in one read-only snapshot, so that it may run beside the working program. */
async function* discrepancies(db: Kysely<Tables>, plan: FsckPlan = {}): AsyncIterable<Discrepancy> {
  const snapshot = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    const states = plan.machines && replay(plan.machines)
    const tree = checkTree(snapshot, plan.trust)
    let expected = 0
    for await (const entry of entriesOf(snapshot)) {
      if (entry.index !== expected) yield missing(expected, entry.index)
      expected = entry.index + 1
      yield* checkEntry(entry)
      yield* tree.take(entry)
      if (states) yield* states.take(entry)
    }
    yield* tree.finish()
    if (states) yield* states.compare(snapshot)
    if (plan.unfollowed) yield* checkRows(snapshot, plan.unfollowed)
    for (const check of plan.checks ?? []) yield* check(snapshot)
    if (plan.store && plan.trust) yield* checkFiles(plan.store, plan.trust)
  } finally {
    await snapshot.rollback().execute()
  }
}

function missing(from: number, to: number): Discrepancy {
  const which = to - from === 1 ? `第 ${from} 号` : `第 ${from} 至 ${to - 1} 号`
  return { index: from, says: `日志缺少${which}条目：序号应当连续` }
}

async function* entriesOf(db: Kysely<Tables>): AsyncIterable<StoredEntry> {
  for (let after = -1; ; ) {
    const { rows } = await sql<StoredEntry>`
      select e.index, e.at, e.op, e.leaf, e.leaf_hash, p.fields, p.salts
      from log_entry e left join log_payload p on p.index = e.index
      where e.index > ${after} order by e.index limit ${batch}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.index
  }
}
