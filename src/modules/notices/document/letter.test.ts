import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuse } from '#modules/commissions/contract/endpoints.ts'
import { readBack } from '#platform/pdf/read-back.ts'
import type { Client } from '#testing/client.ts'
import { submittedCommission } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { listNotices, showNotice } from '../contract.ts'

describe('a formal notice', () => {
  let w: World
  let officer: Client
  beforeAll(async () => {
    w = await world()
    officer = await w.as('court-officer')
    for (const title of ['“锁紧”接头比对', '卡环比对']) {
      const { id } = await submittedCommission(w, { title })
      await (await w.as('jia-intake')).call(refuse, {
        id,
        grounds: ['OUT_OF_SCOPE'],
        explanation: '所涉技术不在本机构的业务范围内。',
        materialsReturn: '没有收到材料',
      })
      w.clock.advance(1000)
    }
  })
  afterAll(() => w.close())

  const letters = async () => {
    const { items } = (await officer.call(listNotices, {})).body
    return Promise.all(
      items.toReversed().map(async ({ id }) => (await officer.call(showNotice, { id })).body),
    )
  }
  const download = (by: Client, id: string) => by.raw(`/api/notices/${id}/letter.pdf`)

  it('has a number of its institution, year and series, and the clauses it is given under', async () => {
    const [first, second] = (await letters()).map(({ letter }) => letter)
    const year = w.clock.today().slice(0, 4)
    expect(first).toMatchObject({ title: '不予受理通知书', number: `甲鉴[${year}]知鉴通字第1号` })
    expect(second?.number).toBe(`甲鉴[${year}]知鉴通字第2号`)
    expect(first?.clauses[0]).toBe('《广东省司法鉴定管理条例（2022）》第27条（委托与受理）')
    expect(first?.paragraphs[0]).toBe('关于“‘锁紧’接头比对”一事，通知如下：')
  })

  it('is handed out as PDF with the same words, the same bytes each time', async () => {
    const [found] = await letters()
    if (!found) throw new Error('no letter')
    const bytes = async () => new Uint8Array(await (await download(officer, found.id)).arrayBuffer())
    const pdf = await bytes()
    expect((await readBack(pdf, { data: found.letter, pages: 1, attachments: [] })).faults).toEqual([])
    expect(Buffer.compare(await bytes(), pdf)).toBe(0)
  })

  it('is for nobody else, and a notice that is none has no PDF', async () => {
    const [found] = await letters()
    expect((await download(await w.as('party'), found?.id ?? '')).status).toBe(404)
    const clerk = await w.as('jia-intake')
    const [plain] = (await clerk.call(listNotices, {})).body.items
    expect((await download(clerk, plain?.id ?? '')).status).toBe(404)
  })
})
