import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accept } from '#modules/commissions/contract/endpoints.ts'
import { freshDatabase, PEOPLED, type TestDatabase } from '../database.ts'
import { acceptance, submittedCommission } from '../matters.ts'
import { type World, world } from '../world.ts'

const reasons = { 'no-parallel-commission': '已向委托方核实，系另案。' }

type Contents = Readonly<Record<string, string>>

/** One statement of an acceptance fails in the middle, each of them in turn. */
describe('a query that fails in the middle of a deed', () => {
  let w: World
  let database: TestDatabase
  let owner: pg.Client
  let dataDir: string

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mingjian-broken-'))
    database = await freshDatabase(PEOPLED)
    w = await world({ dataDir, url: database.url })
    owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    await owner.query(`
      create sequence fault;
      create function fault_raise() returns trigger language plpgsql security definer as $$
      begin
        if nextval('fault') = tg_argv[0]::int then raise exception 'the disk of % is gone', tg_table_name; end if;
        return new;
      end $$`)
  })
  afterAll(async () => {
    await owner.end()
    await w.close()
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  /** A digest of every table of ours: what differs was written. */
  async function contents(): Promise<Contents> {
    const { rows } = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('session')`,
    )
    const digests: Record<string, string> = {}
    for (const { name } of rows) {
      const found = await owner.query(
        `select coalesce(md5(string_agg(line, '' order by line)), '') as digest
         from (select t::text as line from ${name} t) lines`,
      )
      digests[name] = found.rows[0].digest
    }
    return digests
  }

  async function counts(tables: readonly string[]): Promise<Record<string, number>> {
    const counted: Record<string, number> = {}
    for (const name of tables)
      counted[name] = (await owner.query(`select count(*)::int as n from ${name}`)).rows[0].n
    return counted
  }

  const acceptIt = async (id: string) =>
    (await w.as('jia-intake')).call(accept, { id, ...acceptance }, { reasons })

  it('leaves nothing half done, is told to the person, and the deed succeeds when done again', {
    timeout: 300_000,
  }, async () => {
    const first = await submittedCommission(w)
    await w.as('jia-intake')
    const [before, rowsBefore] = [await contents(), await counts(Object.keys(await contents()))]
    await acceptIt(first.id)
    const [after, rowsAfter] = [await contents(), await counts(Object.keys(before))]
    const touched = Object.keys(before).filter((name) => before[name] !== after[name])
    expect(touched).toEqual(
      expect.arrayContaining(['commission', 'appraisal_case', 'notice', 'log_entry', 'log_payload']),
    )

    const faults = touched.flatMap((table): { table: string; kind: 'insert' | 'update'; k: number }[] => {
      const inserted = (rowsAfter[table] ?? 0) - (rowsBefore[table] ?? 0)
      if (inserted === 0) return [{ table, kind: 'update', k: 1 }]
      return Array.from({ length: inserted }, (_, n) => ({ table, kind: 'insert', k: n + 1 }))
    })
    expect(faults.length).toBeGreaterThanOrEqual(6)
    for (const { table, kind, k } of faults) {
      const { id } = await submittedCommission(w)
      const intake = await w.as('jia-intake')
      const sound = await contents()
      await owner.query(`alter sequence fault restart`)
      await owner.query(
        `create trigger fault before ${kind} on ${table} for each row execute function fault_raise(${k})`,
      )
      const problem = await intake.refusal(accept, { id, ...acceptance }, { reasons })
      await owner.query(`drop trigger fault on ${table}`)
      const where = `${kind} ${k} on ${table}`
      expect(problem, where).toMatchObject({
        status: 500,
        type: '/problems/internal',
        detail: '程序出现了没有预料到的错误，这次操作没有生效。',
        request: expect.stringMatching(/^.{8,}$/),
      })
      expect(JSON.stringify(problem), where).not.toMatch(/disk|trigger|insert|\.ts/)
      expect(await contents(), where).toEqual(sound)
      const { body } = await acceptIt(id)
      expect(body.caseCode).toMatch(/./)
    }
    expect(await w.fsck()).toEqual([])
  })

  it('and no number of a case is lost by it', async () => {
    const { rows: cases } = await owner.query('select distinct code from appraisal_case')
    const { rows: series } = await owner.query(`select last from number_series where series like 'case:%'`)
    expect(cases.length).toBeGreaterThan(5)
    expect(series).toEqual([{ last: cases.length }])
  })
})
