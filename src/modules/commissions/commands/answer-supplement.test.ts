import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNotices, showNotice } from '#modules/notices/contract.ts'
import { workQueue } from '#modules/work/contract.ts'
import { commissionForm, submittedCommission, uploadedLetter } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import {
  accept,
  answerSupplement,
  list,
  refuse,
  requestSupplement,
  show,
  withdraw,
} from '../contract/endpoints.ts'

const DAY = 86_400_000

describe('a commission that waits for intake', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  it('stops its clock of seven working days while it is being completed, over the holidays too', async () => {
    w.clock.advance(27 * DAY) // Sunday 2026-03-29; the Qingming days off are 4 to 6 April
    w.clock.advance(DAY)
    const { id } = await submittedCommission(w)
    const officer = await w.as('court-officer')
    const at = async () => (await (await w.as('court-officer')).call(show, { id })).body
    expect(await at()).toMatchObject({ due: '2026-04-09', workingDaysLeft: 7 })

    w.clock.advance(2 * DAY) // Wednesday 1 April: two of seven are used
    const clerk = await w.as('jia-intake')
    const items = ['专利登记簿副本', '被诉产品的购买公证书']
    await clerk.call(requestSupplement, { id, items })
    const standing = await at()
    expect(standing).toMatchObject({ state: 'SUPPLEMENT_REQUESTED', due: null })
    expect(standing.supplements).toMatchObject([{ items, answeredAt: null }])
    expect(standing.why.join('')).toContain('委托方补正')

    w.clock.advance(9 * DAY) // Friday 10 April
    const form = { ...standing.form, caseFacts: `${standing.form.caseFacts}另附登记簿副本与公证书。` }
    await (await w.as('court-officer')).call(answerSupplement, { id, answer: '已补充两份材料。', form })
    const running = await at()
    // used 31 March; 1 to 9 April stand still; six days remain, counted from the 10th itself
    expect(running).toMatchObject({ state: 'SUBMITTED', due: '2026-04-17', provisional: false })
    expect(running.form.caseFacts).toContain('公证书')
    expect(running.supplements[0]).toMatchObject({ answer: '已补充两份材料。' })
    expect(officer).toBeDefined()
  })

  it('is judged again when it is completed', async () => {
    const { id } = await submittedCommission(w)
    await (await w.as('jia-intake')).call(requestSupplement, { id, items: ['请核对案号'] })
    const officer = await w.as('court-officer')
    const form = (await officer.call(show, { id })).body.form
    const refused = await officer.refusal(answerSupplement, {
      id,
      answer: '已核对。',
      form: { ...form, courtCaseNo: '粤73知民初118号' },
    })
    expect(refused.violations).toMatchObject([{ rule: 'court-case-number-valid', field: 'form.courtCaseNo' }])
    await officer.call(answerSupplement, {
      id,
      answer: '已核对。',
      form: { ...form, entrustingType: 'COURT_CRIMINAL' },
    })
    expect((await officer.call(show, { id })).body.entrustingType).toBe('COURT_CRIMINAL')
  })

  it('cannot be sent to another institution by completing it', async () => {
    const { id } = await submittedCommission(w)
    await (await w.as('jia-intake')).call(requestSupplement, { id, items: ['请核对'] })
    const officer = await w.as('court-officer')
    const form = (await officer.call(show, { id })).body.form
    await officer.call(answerSupplement, { id, answer: '好。', form: { ...form, institutionId: w.id('yi') } })
    expect((await (await w.as('yi-intake')).refusal(show, { id })).status).toBe(404)
  })

  it('is completed by its own side only', async () => {
    const { id } = await submittedCommission(w)
    await (await w.as('jia-intake')).call(requestSupplement, { id, items: ['请核对'] })
    const form = commissionForm(w, { letterFileId: await uploadedLetter(w, 'agency-officer') })
    const stranger = await w.as('agency-officer')
    expect((await stranger.refusal(answerSupplement, { id, answer: '好。', form })).status).toBe(404)
    const clerk = await w.as('jia-intake')
    expect((await clerk.refusal(answerSupplement, { id, answer: '好。', form })).status).toBe(403)
  })

  it('waits for intake with its due date, and for the entrusting side once something is asked', async () => {
    const { id } = await submittedCommission(w)
    const clerk = await w.as('jia-intake')
    const waiting = async (login: string) =>
      (await (await w.as(login)).call(workQueue, {})).body.items.find(({ link }) => link.endsWith(id))
    const item = await waiting('jia-intake')
    expect(item).toMatchObject({ kind: '受理审查', workingDaysLeft: 7, state: '已委托待受理' })
    expect(item?.dueBecause.length).toBeGreaterThan(0)
    expect(await waiting('court-officer')).toBeUndefined()
    expect(await waiting('yi-intake')).toBeUndefined()
    await clerk.call(requestSupplement, { id, items: ['请补充登记簿副本'] })
    expect(await waiting('court-officer')).toMatchObject({ kind: '补正' })
    expect(await waiting('jia-intake')).toBeUndefined()
  })

  it('is refused with coded grounds and written reasons, and a notice says so', async () => {
    const { id } = await submittedCommission(w, { title: '拟不予受理的接头比对' })
    const clerk = await w.as('jia-intake')
    const input = {
      id,
      grounds: ['BEYOND_ABILITY' as const, 'MATERIAL_UNTRUE_OR_INSUFFICIENT' as const],
      explanation: '所送实物已破坏性拆解，无法观察锁紧结构。',
      materialsReturn: '当面退还',
    }
    const short = await clerk.refusal(refuse, { ...input, explanation: '不行' })
    expect(short.issues).toMatchObject([{ path: 'explanation', detail: '理由至少 10 字' }])
    const none = await clerk.refusal(refuse, { ...input, grounds: [] })
    expect(none.issues).toMatchObject([{ path: 'grounds', detail: '请选择不予受理的情形' }])
    await clerk.call(refuse, input)

    const officer = await w.as('court-officer')
    expect((await officer.call(show, { id })).body).toMatchObject({
      state: 'REFUSED',
      decision: { kind: 'refused', grounds: input.grounds, explanation: input.explanation },
      due: null,
    })
    const { items } = (await officer.call(listNotices, {})).body
    const told = items.find(({ matter }) => matter === id)
    expect(told).toMatchObject({ document: 'refusal', readAt: null })
    const notice = (await officer.call(showNotice, { id: told?.id ?? '' })).body
    expect(notice.body).toContain('鉴定要求超出本机构技术条件或者鉴定能力；鉴定材料不真实、不完整、不充分')
    expect(notice.body).toContain(input.explanation)
    expect((await (await w.as('party')).refusal(showNotice, { id: notice.id })).status).toBe(404)

    const again = await clerk.refusal(accept, {
      id,
      matter: 'PATENT_COMPARISON',
      specialisedFact: true,
      conflictChecked: true,
      duplicateChecked: true,
    })
    expect(again).toMatchObject({ status: 409, detail: expect.stringContaining('委托目前是“不予受理”') })
  })

  it('may be withdrawn until intake has decided, and intake is told', async () => {
    const { id } = await submittedCommission(w, { title: '将被撤回的接头比对' })
    const officer = await w.as('court-officer')
    await officer.call(withdraw, { id, reason: '双方已和解' })
    expect((await officer.call(show, { id })).body).toMatchObject({
      state: 'WITHDRAWN',
      decision: { kind: 'withdrawn', reason: '双方已和解' },
    })
    const { items } = (await (await w.as('jia-intake')).call(listNotices, {})).body
    expect(items.find(({ title }) => title === '委托已撤回：将被撤回的接头比对')?.body).toContain(
      '双方已和解',
    )
    const late = await officer.refusal(withdraw, { id, reason: '再撤一次' })
    expect(late).toMatchObject({ status: 409, detail: expect.stringContaining('已撤回') })
  })

  it('that is not there is told so', async () => {
    const officer = await w.as('court-officer')
    expect((await officer.refusal(withdraw, { id: randomUUID(), reason: '无' })).status).toBe(404)
  })

  it('is in the lists of its two sides and the auditor’s only, where count and rows agree', async () => {
    await submittedCommission(w, { title: '列表里的接头比对' })
    const found = async (login: string) => (await (await w.as(login)).call(list, { search: '列表里的' })).body
    for (const login of ['court-officer', 'jia-intake', 'auditor'])
      expect(await found(login)).toMatchObject({
        total: 1,
        items: [{ title: '列表里的接头比对' }],
        next: null,
      })
    for (const login of ['yi-intake', 'agency-officer', 'party'])
      expect(await found(login)).toMatchObject({ total: 0, items: [] })
    const states = (await (await w.as('court-officer')).call(list, { state: 'WITHDRAWN' })).body.items
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['WITHDRAWN']))
  })

  it('leaves a sound log behind', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
