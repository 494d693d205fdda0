import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemChance } from '#platform/ids.ts'
import { totpKey } from '#platform/totp-key.ts'
import { password } from '#testing/cast.ts'
import { freshDatabase, PEOPLED, type TestDatabase } from '#testing/database.ts'
import { type World, world } from '#testing/world.ts'
import { confirmTotp, enrolTotp } from '../contract.ts'
import { openSecret } from './sealed-secret.ts'

describe('an authenticator’s secret', () => {
  let database: TestDatabase
  let folders: string[]
  let w: World
  let secret: string
  let sealed: string

  beforeAll(async () => {
    database = await freshDatabase(PEOPLED)
    const folder = () => mkdtemp(join(tmpdir(), 'mingjian-sealed-'))
    folders = [await folder(), await folder()]
    w = await world({ url: database.url, dataDir: folders[0] ?? '' })
    secret = (await (await w.as('jia-appraiser1')).call(enrolTotp, { password })).body.secret
    const row = await w.program.database.read
      .selectFrom('account')
      .select('totp_secret')
      .where('login', '=', 'jia-appraiser1')
      .executeTakeFirstOrThrow()
    sealed = row.totp_secret ?? ''
  })
  afterAll(async () => {
    await w.close()
    await database.drop()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })

  const key = () => totpKey(folders[0] ?? '', systemChance)

  it('is not in the database, and opens with the key of the data folder', async () => {
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain(secret)
    expect(openSecret(sealed, { key: await key(), accountId: w.id('jia-appraiser1') })).toBe(secret)
  })

  it('does not open for another account, with another key, or changed', async () => {
    const own = { key: await key(), accountId: w.id('jia-appraiser1') }
    expect(() => openSecret(sealed, { ...own, accountId: w.id('jia-appraiser2') })).toThrow()
    expect(() => openSecret(sealed, { ...own, key: systemChance.bytes(32) })).toThrow()
    const changed = Buffer.from(sealed, 'base64')
    changed[14] = (changed[14] ?? 0) ^ 1
    expect(() => openSecret(changed.toString('base64'), own)).toThrow()
  })

  it('moved to another account’s row is nobody’s authenticator', async () => {
    const other = await w.as('jia-appraiser2')
    await other.call(enrolTotp, { password })
    await w.program.database.kysely
      .updateTable('account')
      .set({ totp_secret: sealed })
      .where('login', '=', 'jia-appraiser2')
      .execute()
    expect((await other.refusal(confirmTotp, { code: '000000' })).status).toBe(500)
  })

  it('has a key that only the program’s own user may read', async () => {
    const { mode } = await stat(join(folders[0] ?? '', 'keys', 'totp.key'))
    expect(mode & 0o777).toBe(0o600)
  })

  it('keeps the program from starting where the key is another one', async () => {
    const elsewhere = world({ url: database.url, dataDir: folders[1] ?? '' })
    await expect(elsewhere).rejects.toThrow(/totp\.key 打不开库里的动态口令密钥/)
  })
})
