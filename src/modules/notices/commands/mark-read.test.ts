import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submittedCommission } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { listNotices, markAllRead, markRead, showNotice } from '../contract.ts'
import { insertNotice } from '../store.ts'

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
      expect(await mine(login)).toEqual({ unread: 0, total: 0, next: null, items: [] })
  })

  it('are read by a person, remain in the list, and no longer count', async () => {
    const clerk = await w.as('jia-intake')
    const id = (await mine('jia-intake')).items[0]?.id ?? ''
    expect((await clerk.call(showNotice, { id })).body).toMatchObject({
      caseCode: null,
      letter: { sender: '甲知识产权鉴定中心', addressee: '甲知识产权鉴定中心', number: '', clauses: [] },
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

  // written without a deed: no entry of the log speaks of them
  it('are listed page by page, and all that one has before him are marked at once', async () => {
    const clerk = await w.as('yi-intake')
    const told = (no: number) =>
      w.program.database.kysely.transaction().execute((tx) =>
        insertNotice(tx, {
          chance: w.program.engine.chance,
          now: w.clock.now(),
          matter: null,
          to: { organisationId: w.id('yi'), role: 'INTAKE_CLERK' },
          title: `第 ${no} 条`,
          body: '',
          link: '/app',
        }),
      )
    for (let no = 1; no <= 52; no++) await told(no)
    const first = (await clerk.call(listNotices, {})).body
    expect(first).toMatchObject({ total: 52, unread: 52 })
    const second = (await clerk.call(listNotices, { cursor: first.next ?? '' })).body
    expect(second).toMatchObject({ total: 52, next: null })
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(new Set(ids).size).toBe(52)

    const until = first.items[0]?.at ?? ''
    w.clock.advance(1000)
    await told(53)
    expect((await clerk.call(markAllRead, { until })).body).toEqual({ marked: 52 })
    expect(await mine('yi-intake', 'true')).toMatchObject({ unread: 1, items: [{ title: '第 53 条' }] })
    expect((await clerk.call(markAllRead, { until })).body).toEqual({ marked: 0 })
  })
})
