import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submittedCommission } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { listNotices, markRead, showNotice } from '../contract.ts'

describe('notices', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
    await submittedCommission(w, { title: '通知里的接头比对' })
  })
  afterAll(() => w.close())

  const mine = async (login: string, unread: 'true' | 'false' = 'false') =>
    (await (await w.as(login)).call(listNotices, { unread })).body

  it('reach whoever holds the role in the institution, and nobody else', async () => {
    expect(await mine('jia-intake')).toMatchObject({
      unread: 1,
      items: [{ title: '新的委托待受理：通知里的接头比对', readAt: null }],
    })
    for (const login of ['jia-appraiser1', 'yi-intake', 'court-officer', 'party', 'auditor'])
      expect(await mine(login)).toEqual({ unread: 0, items: [] })
  })

  it('are read by a person, remain in the list, and no longer count', async () => {
    const clerk = await w.as('jia-intake')
    const id = (await mine('jia-intake')).items[0]?.id ?? ''
    expect((await clerk.call(showNotice, { id })).body).toMatchObject({
      from: '甲知识产权鉴定中心',
      to: '甲知识产权鉴定中心',
      caseCode: null,
    })
    w.clock.advance(60_000)
    const { body, traceIndex } = await clerk.call(markRead, { id })
    expect(body.readAt).toBe(w.clock.now().toISOString())
    expect(traceIndex).toBeNull()
    expect(await mine('jia-intake')).toMatchObject({ unread: 0, items: [{ id, readAt: body.readAt }] })
    expect((await mine('jia-intake', 'true')).items).toEqual([])
    w.clock.advance(60_000)
    await clerk.call(markRead, { id })
    expect((await mine('jia-intake')).items[0]?.readAt).toBe(body.readAt)
  })

  it('of others cannot be read or marked', async () => {
    const id = (await mine('jia-intake')).items[0]?.id ?? ''
    const stranger = await w.as('party')
    expect((await stranger.refusal(showNotice, { id })).status).toBe(404)
    expect((await stranger.refusal(markRead, { id })).status).toBe(404)
  })

  it('leave a sound log behind', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
