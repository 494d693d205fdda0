import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createFirstAdministrator } from '#modules/identity/contract.ts'
import { client } from '#testing/client.ts'
import { freshDatabase, onServer } from '#testing/database.ts'
import { compose } from '../compose.ts'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'

it('lets the program work under a login that is a member of the restricted role and nothing else', async () => {
  const database = await freshDatabase()
  const login = `runner_${process.pid}`
  await onServer(database.url, `create role ${login} login password 'only-for-this-test'`)
  await onServer(database.url, `grant mingjian_app to ${login}`)
  const url = new URL(database.url)
  url.username = login
  url.password = 'only-for-this-test'
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-runner-'))
  const config = readConfig({
    DATABASE_URL: url.href,
    MIGRATION_DATABASE_URL: database.url,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  })
  const program = await compose(config, { clock: systemClock, kind: 'production' })
  try {
    const by = client(async (path, init) => program.app.request(path, init))
    const { traceIndex } = await by.call(createFirstAdministrator, {
      setupCode: program.setupCode,
      organisationName: '运行单位',
      login: 'first',
      name: '首个管理员',
      password: 'a-password-long-enough',
    })
    expect(traceIndex).toBe(0)
    await program.settle()
    await expect(onServer(url.href, 'delete from log_entry')).rejects.toMatchObject({ code: '42501' })
  } finally {
    await program.close()
    await database.drop()
    await onServer(database.url.replace(/\/[^/]*$/, '/postgres'), `drop role ${login}`)
    await rm(folder, { recursive: true, force: true })
  }
})
