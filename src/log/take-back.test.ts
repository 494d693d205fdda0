import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FreshLog, freshLog } from '#testing/fresh-log.ts'
import { fsck } from './fsck.ts'
import { guard } from './guard.ts'
import { proofFile } from './prove.ts'
import { takeBack } from './take-back.ts'

let log: FreshLog
beforeEach(async () => {
  log = await freshLog()
})
afterEach(() => log.close())

/** What a database looks like that was copied at 280 entries, when 300 had been published by the end. */
async function restoreOlderCopy(): Promise<void> {
  await log.grow(280)
  await log.publish()
  await log.grow(20)
  await log.publish()
  await log.tamper(`delete from log_payload where index >= 280; delete from log_entry where index >= 280;
    delete from log_checkpoint where size > 280`)
}

const verdict = async () =>
  (await guard(log.database.read, new TextDecoder().decode(log.store.files.get('checkpoint')), log.trust))
    .state

const again = () => takeBack({ db: log.database.kysely, store: log.store, trust: log.trust })

it('an older copy goes on with the log that was published; fsck names each deed whose content is lost', async () => {
  await restoreOlderCopy()
  expect(await verdict()).toBe('behind')
  const taken = await again()
  expect(taken.map(({ index }) => index)).toEqual(Array.from({ length: 20 }, (_, i) => 280 + i))
  expect(await verdict()).toBe('continues')
  expect(await log.append('test.after', {})).toBe(300)
  expect(await log.publish()).toBe(301)
  expect(await proofFile(log.database.read, { index: 280, open: [] })).toContain('c2sp.org/tlog-proof@v1')
  const found = await fsck(log.database.kysely, { trust: log.trust, store: log.store })
  expect(found.map(({ index }) => index)).toEqual(taken.map(({ index }) => index))
  expect(found[0]?.says).toBe('第 280 号条目缺少完整内容')
})

it('nothing is taken where nothing is missing, where the database holds another entry, or where a file was changed', async () => {
  await log.grow(3)
  await log.publish()
  await log.append('test.newer', {})
  await expect(again()).rejects.toThrow('没有缺少的条目')
  await log.tamper(`delete from log_payload where index >= 2; delete from log_entry where index >= 2;
    update log_entry set leaf_hash = sha256('x') where index = 1`)
  await expect(again()).rejects.toThrow('第 1 号条目与已公布的不同')
  const bundle = log.store.files.get('tile/entries/000.p/3')
  bundle?.set([0x32], 20)
  await expect(again()).rejects.toThrow('不能取回')
  const rows = await log.database.read.selectFrom('log_entry').select('index').execute()
  expect(rows).toHaveLength(2)
})
