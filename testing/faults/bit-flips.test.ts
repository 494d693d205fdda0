import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Discrepancy } from '#log/discrepancy.ts'
import { unsound } from '../../src/soundness.ts'
import { freshDatabase, PEOPLED, type TestDatabase } from '../database.ts'
import { issuedMatter } from '../issued-matter.ts'
import { type World, world } from '../world.ts'

const SEED = Number(process.env.FUZZ_SEED ?? Date.now() & 0x7fffffff)
console.info(`bit flips: seed ${SEED} (FUZZ_SEED)`)

/** Somebody with every key to the house but the log's signing key changes one byte: fsck says which. */
describe('one changed byte', () => {
  let w: World
  let database: TestDatabase
  let owner: pg.Client
  let dataDir: string
  let size: number

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mingjian-flips-'))
    database = await freshDatabase(PEOPLED)
    w = await world({ dataDir, url: database.url })
    await issuedMatter(w)
    expect(await w.fsck()).toEqual([])
    owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    await owner.query('set session_replication_role = replica')
    const { rows } = await owner.query('select count(*)::int as size from log_entry')
    size = rows[0].size
  })
  afterAll(async () => {
    await owner.end()
    await w.close()
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  const check = (): Promise<readonly Discrepancy[]> => unsound({ ...w.program, dataDir })

  /** The same choice for the same seed: `count` times two numbers out of 0..1 and a bit. */
  function choices(count: number, salt: number) {
    const one = fc.tuple(
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      fc.integer({ min: 0, max: 7 }),
    )
    return fc.sample(one, { numRuns: count, seed: SEED + salt })
  }

  async function filesUnder(folder: string): Promise<string[]> {
    const entries = await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true })
    return entries
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .sort()
  }

  async function flipInFile(path: string, at: number, bit: number): Promise<void> {
    const bytes = await readFile(path)
    const position = Math.floor(at * bytes.length)
    const changed = Buffer.from(bytes)
    changed[position] = (bytes[position] ?? 0) ^ (1 << bit)
    await writeFile(path, changed)
    const found = await check()
    await writeFile(path, bytes)
    expect(found.length, `${path} 第 ${position} 字节第 ${bit} 位`).toBeGreaterThan(0)
  }

  it('in the published log, 30 times', { timeout: 200_000 }, async () => {
    // Partial tiles of smaller sizes are left for those who still fetch them; the checkpoint needs the newest.
    const needed = (await filesUnder('log')).filter(
      (path) => !/\.p\/\d+$/.test(path) || path.endsWith(`.p/${size}`),
    )
    expect(needed.length).toBeGreaterThanOrEqual(3)
    for (const [which, at, bit] of choices(30, 1)) {
      const path = needed[Math.floor(which * needed.length)] ?? ''
      await flipInFile(path, at, bit)
    }
  })

  it('in the signature and the size of the checkpoint, at every place of its last line', {
    timeout: 200_000,
  }, async () => {
    const path = join(dataDir, 'log/checkpoint')
    const { length } = await readFile(path)
    for (let back = 1; back <= 6; back += 1) await flipInFile(path, (length - back + 0.5) / length, back % 3)
  })

  it('in evidence, opinion and every other stored file, in each once and 24 times by chance', {
    timeout: 200_000,
  }, async () => {
    const stored = await filesUnder('files')
    expect(stored.length).toBeGreaterThanOrEqual(3)
    for (const path of stored) await flipInFile(path, 0.5, 0)
    for (const [which, at, bit] of choices(24, 2))
      await flipInFile(stored[Math.floor(which * stored.length)] ?? '', at, bit)
  })

  it.each([
    ['leaf', 20, 3],
    ['leaf_hash', 6, 4],
  ] as const)(
    'in log_entry.%s, %d times, named by its index',
    { timeout: 200_000 },
    async (column, count, salt) => {
      for (const [which, at, bit] of choices(count, salt)) {
        const index = Math.floor(which * size)
        const flip = () =>
          owner.query(
            `update log_entry set ${column} = set_byte(${column}, p, get_byte(${column}, p) # $3)
           from (select floor($2::float8 * octet_length(${column}))::int as p from log_entry where index = $1) at
           where index = $1`,
            [index, at, 1 << bit],
          )
        await flip()
        const found = await check()
        await flip()
        expect(
          found.map((one) => one.index),
          `${column} ${index}`,
        ).toContain(index)
      }
    },
  )

  it.each([
    ['fields', 20, 5],
    ['salts', 8, 6],
  ] as const)(
    'in log_payload.%s, %d times, named by its index',
    { timeout: 200_000 },
    async (column, count, salt) => {
      for (const [which, at] of choices(count, salt)) {
        const index = Math.floor(which * size)
        const { rows } = await owner.query(
          `select ${column}::text as text from log_payload where index = $1`,
          [index],
        )
        const text: string = rows[0].text
        await owner.query(`update log_payload set ${column} = $2 where index = $1`, [
          index,
          otherByOneLetter(text, at),
        ])
        const found = await check()
        await owner.query(`update log_payload set ${column} = $2 where index = $1`, [index, text])
        expect(
          found.map((one) => one.index),
          `${column} ${index}`,
        ).toContain(index)
      }
    },
  )

  it('in any state column: a state that the log does not tell of', { timeout: 200_000 }, async () => {
    const machines = w.program.modules.flatMap(({ lifecycles }) => lifecycles ?? [])
    const told: string[] = []
    for (const { table, stateColumn = 'state', states, name } of machines) {
      const { rows } = await owner.query(`select id, ${stateColumn} as state from ${table} limit 1`)
      const [row] = rows
      if (!row) continue
      for (const other of Object.keys(states).filter((each) => each !== row.state)) {
        const set = `update ${table} set ${stateColumn} = $2 where id = $1`
        const refused = await owner.query(set, [row.id, other]).then(
          () => false,
          () => true, // forbidden by the table itself
        )
        if (refused) continue
        const found = await check()
        await owner.query(set, [row.id, row.state])
        expect(String(found.map(({ says }) => says)), `${name} → ${other}`).toContain(row.id)
        told.push(name)
      }
    }
    expect(new Set(told).size).toBeGreaterThanOrEqual(6)
  })

  it('in a stored checkpoint, and the row of an entry that is gone', { timeout: 200_000 }, async () => {
    const { rows } = await owner.query('select size, note from log_checkpoint order by size desc limit 1')
    const { size: at, note } = rows[0]
    await owner.query('update log_checkpoint set note = $2 where size = $1', [
      at,
      note.replace(/\n(\d+)\n/, (_: string, n: string) => `\n${Number(n) - 1}\n`),
    ])
    expect(await check()).not.toEqual([])
    await owner.query('update log_checkpoint set note = $2 where size = $1', [at, note])
    const gone = Math.floor(size / 2)
    await owner.query(
      'create temp table kept as select * from log_payload where index = $1'.replace('$1', String(gone)),
    )
    await owner.query('delete from log_payload where index = $1', [gone])
    expect((await check()).map((one) => one.index)).toContain(gone)
    await owner.query('insert into log_payload select * from kept')
  })

  it('and nothing is said once all is as it was', async () => {
    expect(await check()).toEqual([])
  })
})

/** The same JSON but for one letter or digit inside it. */
function otherByOneLetter(text: string, at: number): string {
  for (let step = 0; step < text.length; step += 1) {
    const position = (Math.floor(at * text.length) + step) % text.length
    const letter = text[position] ?? ''
    if (!/[a-z0-9\u4e00-\u9fff]/i.test(letter)) continue
    const changed = `${text.slice(0, position)}${letter === 'a' ? 'b' : letter === '1' ? '2' : /\d/.test(letter) ? '1' : 'a'}${text.slice(position + 1)}`
    try {
      if (JSON.stringify(JSON.parse(changed)) !== JSON.stringify(JSON.parse(text))) return changed
    } catch {
      // a letter of true, null or an escape: the next one
    }
  }
  throw new Error('nothing to change')
}
