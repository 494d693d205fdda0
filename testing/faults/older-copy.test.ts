import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation, openSession } from '#modules/identity/contract.ts'
import { simulatedClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { compose, type Program } from '../../src/compose.ts'
import { administrator, password } from '../cast.ts'
import { type Client, client } from '../client.ts'
import { freshDatabase, PEOPLED, type TestDatabase } from '../database.ts'
import { start } from '../world.ts'

/** A backup brought back under a log that has gone on since: the public was shown entries that the database lacks. */
describe('a database that is not the one whose log was published', () => {
  let dataDir: string
  let original: TestDatabase
  let older: TestDatabase
  let admin: Client
  const others: TestDatabase[] = []

  const run = async (url: string, folder = dataDir): Promise<Program> =>
    compose(readConfig({ DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'silent' }), {
      clock: simulatedClock(start),
      kind: 'demonstration',
      totpRequired: false,
      unlimited: true,
    })
  const through = (program: Program): Client => client(async (path, init) => program.app.request(path, init))
  const nameOf = ({ url }: TestDatabase) => new URL(url).pathname.slice(1)
  const enter = (by: Client, name: string) => by.call(createOrganisation, { kind: 'party', name })

  /** The administrator's browser keeps its cookie whatever program stands behind the door. */
  let door: Program
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mingjian-older-'))
    original = await freshDatabase(PEOPLED)
    door = await run(original.url)
    admin = client(async (path, init) => door.app.request(path, init))
    await admin.call(openSession, { login: administrator.login, password })
    await enter(admin, '备份以前的单位')
    await door.settle()
    await door.close()
    older = await freshDatabase(nameOf(original))
    door = await run(original.url)
    await enter(admin, '备份以后的单位')
    await door.settle()
    await door.close()
  })
  afterAll(async () => {
    for (const each of [original, older, ...others]) await each.drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  async function expectReadOnly(program: Program, says: RegExp): Promise<void> {
    expect(program.readOnlyBecause()).toMatch(says)
    const before = await readFile(join(dataDir, 'log/checkpoint'))
    const refused = await admin.refusal(createOrganisation, { kind: 'party', name: '不该写进去的单位' })
    expect(refused).toMatchObject({ type: '/problems/unavailable', status: 503 })
    expect(refused.detail).toMatch(says)
    const signIn = await through(program).refusal(openSession, { login: 'party', password })
    expect(signIn.status).toBe(503)
    const list = await admin.raw('/api/organisations')
    expect(list.status).toBe(200)
    expect(await list.text()).toContain('备份以前的单位')
    expect((await program.app.request('/api/institutions')).status).toBe(200)
    const health = await program.app.request('/health')
    expect(health.status).toBe(503)
    expect(await health.json()).toMatchObject({
      status: 'failing',
      database: 'ok',
      writing: expect.stringMatching(says),
    })
    await program.startWork()
    expect(await readFile(join(dataDir, 'log/checkpoint'))).toEqual(before)
  }

  it('is only read where it is an older copy, and says so', async () => {
    door = await run(older.url)
    await expectReadOnly(door, /旧备份.*恢复/)
    await door.close()
  })

  it('is only read where it has gone another way since, though it is as long', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'mingjian-elsewhere-'))
    const forked = await freshDatabase(nameOf(older))
    others.push(forked)
    door = await run(forked.url, elsewhere)
    for (const name of ['另一个历史一', '另一个历史二', '另一个历史三']) await enter(admin, name)
    await door.close()
    door = await run(forked.url)
    await expectReadOnly(door, /不一致.*fsck/)
    await door.close()
    await rm(elsewhere, { recursive: true, force: true })
  })

  it('is written where it is the one, also with entries that were not yet published', async () => {
    door = await run(original.url)
    expect(door.readOnlyBecause()).toBeUndefined()
    await enter(admin, '尚未公布的单位')
    await door.close()
    door = await run(original.url)
    expect(door.readOnlyBecause()).toBeUndefined()
    await enter(admin, '继续登记的单位')
    expect((await door.app.request('/health')).status).toBe(200)
    await door.settle()
    await door.close()
  })
})
