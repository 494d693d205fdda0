import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commissionForm, submittedCommission } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { listDrafts, saveDraft, showDraft } from '../contract/endpoints.ts'

describe('a draft of a commission', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  it('is kept as typed, however incomplete, and leaves no trace', async () => {
    const officer = await w.as('court-officer')
    const id = randomUUID()
    const first = await officer.call(saveDraft, { id, form: { title: '快速' }, version: 0 })
    expect(first).toMatchObject({
      body: { version: 1, savedAt: w.clock.now().toISOString() },
      traceIndex: null,
    })
    await officer.call(saveDraft, { id, form: { title: '快速锁紧接头', parties: [{}] }, version: 1 })
    const { body } = await officer.call(showDraft, { id })
    expect(body).toMatchObject({ version: 2, form: { title: '快速锁紧接头', parties: [{}] } })
    expect((await officer.call(listDrafts, {})).body.items).toMatchObject([{ id, title: '快速锁紧接头' }])
    expect(await w.trace(id)).toEqual([])
  })

  it('saved in a second tab is not overwritten by the first', async () => {
    const officer = await w.as('court-officer')
    const id = randomUUID()
    await officer.call(saveDraft, { id, form: { title: '第一页' }, version: 0 })
    await officer.call(saveDraft, { id, form: { title: '第二页' }, version: 1 })
    const refused = await officer.refusal(saveDraft, { id, form: { title: '第一页又改' }, version: 1 })
    expect(refused).toMatchObject({ status: 409, type: '/problems/stale-version' })
    expect(refused.detail).toContain('请刷新')
    expect((await officer.call(showDraft, { id })).body.form).toEqual({ title: '第二页' })
  })

  it('of somebody else does not exist, to read or to write', async () => {
    const id = randomUUID()
    await (await w.as('court-officer')).call(saveDraft, { id, form: { title: '法院的' }, version: 0 })
    for (const login of ['agency-officer', 'party']) {
      const other = await w.as(login)
      expect((await other.refusal(showDraft, { id })).status).toBe(404)
      expect((await other.refusal(saveDraft, { id, form: {}, version: 1 })).status).toBe(404)
    }
  })

  it('is not for people who do not entrust', async () => {
    const clerk = await w.as('jia-intake')
    expect(await clerk.refusal(listDrafts, {})).toMatchObject({ status: 403 })
    expect(await clerk.refusal(saveDraft, { id: randomUUID(), form: {}, version: 0 })).toMatchObject({
      status: 403,
    })
  })

  it('is gone once it is submitted, and a late save does not bring it back', async () => {
    const { id } = await submittedCommission(w)
    const officer = await w.as('court-officer')
    expect((await officer.refusal(showDraft, { id })).status).toBe(404)
    const late = await officer.refusal(saveDraft, { id, form: { ...commissionForm(w) }, version: 0 })
    expect(late).toMatchObject({ status: 409, detail: '这件委托已经提交，草稿不再保存。' })
  })

  it('that holds a whole book is refused with the way out', async () => {
    const officer = await w.as('court-officer')
    const form = { caseFacts: '长'.repeat(200_001) }
    const refused = await officer.refusal(saveDraft, { id: randomUUID(), form, version: 0 })
    expect(refused).toMatchObject({ status: 413, type: '/problems/too-large' })
    expect(refused.detail).toContain('文件上传')
  })

  it('leaves a sound log behind', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
