import type { Actor, AnyCommand } from '#kernel/command.ts'
import { organisationOf, personWithRoles } from '#modules/identity/module.ts'
import { type Database, openDatabase } from '#platform/db.ts'
import { execute } from '#platform/execute.ts'
import { createLogger } from '#platform/logger.ts'
import type { Program } from '../../src/compose.ts'
import { onServer } from '../database.ts'
import { acceptance } from '../matters.ts'
import { atOnce, type Draft, draftedCommissions } from './drafts.ts'
import { amount, type Figure, rounded, secondsOf } from './figure.ts'
import { type Grounds, grounds, peopled } from './grounds.ts'
import { type Recording, recordTransactions } from './recorded-transactions.ts'

const CLIENTS = 16
const MATTERS = amount(400)
const WARMING = amount(100)
const SLICE = 50

/**
 * Submits and accepts commissions through the whole pipeline, keeping every statement that PostgreSQL is sent; then plays
 * exactly these transactions again, from the same beginning, with nothing around them; and once more with the log written
 * without its lock.
 */
export async function acceptedCommands(): Promise<readonly Figure[]> {
  const ground = await grounds()
  try {
    const forms = await prepared(ground)
    await onServer(ground.server.url, 'create database replayed template bench')
    await onServer(ground.server.url, 'create database unlocked template bench')
    await onServer(ground.server.urlOf('unlocked'), unlockedAppend)
    const { pipeline, bare, free } = await taken(ground, forms)
    const done = 2 * MATTERS
    const [commands, plain, unlocked] = [done / pipeline, done / bare, done / free]
    const value = rounded(commands / plain, 2)
    return [
      {
        name: 'accepted-commands',
        value,
        unit: '倍',
        against:
          `${CLIENTS} 个客户端各自提交并受理委托，共 ${done} 个命令：整条流水线 ${rounded(commands)} 个/秒；` +
          `同样的 SQL、同一把日志锁、没有流水线 ${rounded(plain)} 个/秒；不加锁 ${rounded(unlocked)} 个/秒`,
        goal: '≥ 0.5',
        holds: value >= 0.5,
      },
    ]
  } finally {
    await ground.clear()
  }
}

async function act({ engine, modules }: Program, id: string, input: object, actor: Actor): Promise<void> {
  const command = modules
    .flatMap(({ commands }): readonly AnyCommand[] => commands)
    .find(({ endpoint }) => endpoint.id === id)
  if (!command) throw new Error(`no command is called ${id}`)
  await execute(engine, command, input, { actor })
}

async function actorOf({ database, engine }: Program, login: string): Promise<Actor> {
  const { id } = await database.read
    .selectFrom('account')
    .select('id')
    .where('login', '=', login)
    .executeTakeFirstOrThrow()
  const person = await personWithRoles(database.read, id)
  if (!person) throw new Error(`nobody is called ${login}`)
  const { name, organisationId, roles } = person
  const organisation = (await organisationOf(database.read, organisationId)).name
  const steppedUpAt = engine.clock.now()
  return {
    kind: 'person',
    accountId: id,
    name,
    organisationId,
    organisation,
    roles,
    steppedUpAt,
    sessionId: null,
  }
}

/** Makes log_append of this database take its index from a sequence instead of from under the lock: gaps and all. */
const unlockedAppend = `
  create sequence bench_index;
  select setval('bench_index', (select max(index) from log_entry));
  grant usage on sequence bench_index to mingjian_app;
  do $$ begin
    execute replace(replace(pg_get_functiondef('log_append'::regproc),
      'perform pg_advisory_xact_lock(7163001);', ''),
      'select coalesce(max(e.index) + 1, 0) into position from log_entry e;', $new$position := nextval('bench_index');$new$);
  end $$`

/** Seconds that each way takes, slice by slice in turn, so that what else the machine does falls on all alike. */
async function taken(ground: Grounds, drafts: readonly Draft[]) {
  const program = await ground.open()
  const replayed = openDatabase(ground.server.urlOf('replayed'), createLogger('error'), CLIENTS)
  const unlocked = openDatabase(ground.server.urlOf('unlocked'), createLogger('error'), CLIENTS)
  const seconds = { pipeline: 0, bare: 0, free: 0 }
  try {
    for (let from = 0; from < drafts.length; from += SLICE)
      for (const deeds of await deedsOn(program, drafts.slice(from, from + SLICE))) {
        const recording = recordTransactions(program.database.pool)
        seconds.pipeline += await secondsOf(() => atOnce(CLIENTS, deeds))
        const transactions = recording.stop()
        seconds.bare += await secondsOf(() => replay(replayed, transactions))
        seconds.free += await secondsOf(() => replay(unlocked, transactions))
      }
    return seconds
  } finally {
    await program.close()
    await replayed.close()
    await unlocked.close()
  }
}

/** Submitting each, then accepting each: whoever accepts finds it submitted. */
async function deedsOn(program: Program, drafts: readonly Draft[]) {
  const officer = await actorOf(program, 'court-officer')
  const clerk = await actorOf(program, 'jia-intake')
  return [
    drafts.map(
      ({ id, form }) =>
        () =>
          act(program, 'commission.submit', { id, form }, officer),
    ),
    drafts.map(
      ({ id }) =>
        () =>
          act(program, 'commission.accept', { id, ...acceptance }, clerk),
    ),
  ]
}

/** The drafts to measure with; others before them warm the program up, as one that has been running is. */
async function prepared(ground: Grounds): Promise<readonly Draft[]> {
  const program = await ground.open()
  try {
    const drafts = await draftedCommissions(program, await peopled(program), WARMING + MATTERS)
    for (const deeds of await deedsOn(program, drafts.slice(MATTERS))) await atOnce(CLIENTS, deeds)
    await program.settle()
    return drafts.slice(0, MATTERS)
  } finally {
    await program.close()
  }
}

/** The bare transactions: each takes the next free connection and counts when it is on disk. */
function replay(database: Database, recording: Recording): Promise<void> {
  return atOnce(
    CLIENTS,
    recording.map((statements) => async () => {
      const connection = await database.pool.connect()
      for (const { text, values } of statements) await connection.query(text, values)
      connection.release()
      await database.flushed()
    }),
  )
}
