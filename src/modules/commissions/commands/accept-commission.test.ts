import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCaseCode, parseCaseCode } from '#law/identifiers/case-code.ts'
import {
  addScope,
  reportChange,
  settleChange,
  suspendInstitution,
} from '#modules/directory/contract/institutions.ts'
import { acceptance, acceptedCase, type FormOverrides, submittedCommission } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { accept, requestSupplement, show, withdraw } from '../contract/endpoints.ts'

const DAY = 86_400_000

describe('accepting a commission', () => {
  let w: World
  let right = 0
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  /** About an accused product of its own, so that the check for parallel commissions finds nothing. */
  function fresh(overrides: FormOverrides = {}) {
    right += 1
    return submittedCommission(w, {
      accused: { name: `快速接头第${right}款`, description: '黄铜快速接头，内有开口钢制卡簧。' },
      ...overrides,
    })
  }

  async function refusal(id: string, input: Partial<Omit<Parameters<typeof acceptWith>[1], 'id'>>) {
    return (await w.as('jia-intake')).refusal(accept, { id, ...acceptance, ...input })
  }

  async function acceptWith(id: string, input: { matter?: 'OTHER' } & Record<string, unknown> = {}) {
    return (await w.as('jia-intake')).call(accept, { id, ...acceptance, ...input })
  }

  it('issues a case code that checks, freezes the qualification and tells the entrusting side', async () => {
    const { id } = await fresh()
    const { body, traceIndex } = await acceptWith(id)
    expect(checkCaseCode(body.caseCode)).toEqual({ ok: true, value: body.caseCode })
    expect(parseCaseCode(body.caseCode)).toMatchObject({ year: 2026, region: '440000', serial: 1 })
    const entry = (await w.trace(id)).at(-1)
    expect(entry).toMatchObject({
      index: traceIndex,
      op: 'commission.accept',
      fields: { caseCode: body.caseCode },
    })

    const cnipa = await w.as('cnipa')
    w.clock.advance(1000)
    await cnipa.call(addScope, { id: w.id('jia'), ipType: 'PATENT_DESIGN' })
    expect(entry?.fields.qualification).toMatchObject({
      on: '2026-03-02',
      institution: { id: w.id('jia'), state: 'LISTED' },
      scopes: [{ ipType: 'PATENT_UTILITY_MODEL' }],
      appraisers: [{ practiceNo: '44-001-002' }, { practiceNo: '44-001-001' }],
    })
    const { decision } = (await (await w.as('court-officer')).call(show, { id })).body
    expect(decision).toMatchObject({ kind: 'accepted', matter: 'PATENT_COMPARISON' })
  })

  it.each([
    ['specialised-fact-only', 'M-01', 'specialisedFact', { specialisedFact: false }],
    ['not-excluded-matter', 'M-02', 'excluded', { excluded: 'APPLICATION_OF_LAW' as const }],
    ['appraisable-matter-chosen', 'M-03', 'matter', { matter: 'WORK_COMPARISON' as const }],
    ['intake-checks-done', 'P-05', 'conflictChecked', { conflictChecked: false }],
    ['intake-checks-done', 'P-05', 'duplicateChecked', { duplicateChecked: false }],
  ])('is refused by %s (%s) at %s, and the attempt is in the trace', async (rule, brief, field, input) => {
    const { id } = await fresh()
    const problem = await refusal(id, input)
    expect(problem).toMatchObject({ status: 422, violations: [{ rule, brief, field, outcome: 'fail' }] })
    expect(problem.violations[0]?.basis.length).toBeGreaterThan(0)
    expect(problem.violations[0]?.remedy).toMatch(/。$/)
    const attempt = (await w.trace(id)).at(-1)
    expect(attempt).toMatchObject({ op: 'attempt.refused', fields: { violated: [{ rule, brief }] } })
    await acceptWith(id)
  })

  it('of a right and object that are commissioned elsewhere needs a written reason', async () => {
    const accused = { name: '同一接头', description: '黄铜快速接头，外套可滑动。' }
    await fresh({ accused })
    const { id } = await fresh({ accused })
    const problem = await refusal(id, {})
    expect(problem.violations).toMatchObject([
      { rule: 'no-parallel-commission', brief: 'A-06', outcome: 'warn' },
    ])
    const reason = '已与演示市知识产权法院核实，系两案合并审理。'
    const clerk = await w.as('jia-intake')
    await clerk.call(accept, { id, ...acceptance }, { reasons: { 'no-parallel-commission': reason } })
    const entry = (await w.trace(id)).at(-1)
    expect(entry?.fields.findings).toContainEqual(
      expect.objectContaining({ rule: 'no-parallel-commission', reason }),
    )
  })

  it('is refused after the scope for it has run out', async () => {
    const cnipa = await w.as('cnipa')
    await cnipa.call(addScope, { id: w.id('jia'), ipType: 'TRADEMARK', until: '2026-03-03' })
    const { id } = await fresh({ ipType: 'TRADEMARK' })
    w.clock.advance(3 * DAY)
    const problem = await refusal(id, { matter: 'OTHER' })
    expect(problem.violations).toMatchObject([
      { rule: 'within-business-scope', brief: 'A-03', outcome: 'fail' },
    ])
    expect(problem.detail).toContain('商标')
  })

  it('is refused while a change of the institution awaits review', async () => {
    const { id } = await fresh()
    await (await w.as('jia-admin')).call(reportChange, { id: w.id('jia'), reason: '场所变更' })
    const problem = await refusal(id, {})
    expect(problem.violations).toMatchObject([
      { rule: 'institution-may-take-cases', brief: 'A-07', detail: '本机构有尚未审核的变更事项' },
    ])
    w.clock.advance(1000)
    await (await w.as('cnipa')).call(settleChange, { id: w.id('jia'), reason: '核验通过' })
    w.clock.advance(1000)
    await acceptWith(id)
  })

  it('does not exist for the clerk of another institution, and is not for the entrusting side', async () => {
    const { id } = await fresh()
    expect((await (await w.as('yi-intake')).refusal(accept, { id, ...acceptance })).status).toBe(404)
    expect((await (await w.as('yi-intake')).refusal(show, { id })).status).toBe(404)
    const officer = await (await w.as('court-officer')).refusal(accept, { id, ...acceptance })
    expect(officer).toMatchObject({ status: 403, detail: expect.stringContaining('受理机构的受理人员') })
    // nor does it exist for an appraiser of the institution: no case names him yet
    expect((await (await w.as('jia-appraiser1')).refusal(accept, { id, ...acceptance })).status).toBe(404)
  })

  it('by two clerks at once: one is answered, the other is told the state that he found', async () => {
    const { id } = await fresh()
    const clerk = await w.as('jia-intake')
    const admin = await w.as('jia-admin')
    const post = (who: typeof clerk, path: string, body: object) =>
      who.raw(`/api/commissions/${id}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const answers = await Promise.all([
      post(clerk, 'accept', acceptance),
      post(admin, 'request-supplement', { items: ['请补充专利登记簿副本'] }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const late = await answers.find(({ status }) => status === 409)?.json()
    expect(late.detail).toMatch(
      /^委托目前是“(已受理|待补正)”，不能(受理|要求补正)；只有处于“已委托待受理”时才能/,
    )
  })

  it('sent twice under one key answers the same bytes and uses one number', async () => {
    const { id } = await fresh()
    const clerk = await w.as('jia-intake')
    const send = () =>
      clerk.raw(`/api/commissions/${id}/accept`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `accept-${id}` },
        body: JSON.stringify(acceptance),
      })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await second.text()).toBe(await first.text())
    expect((await w.trace(id)).filter(({ op }) => op === 'commission.accept')).toHaveLength(1)
  })

  it('twenty at once gives twenty codes without gap or repetition, and a new year begins at one', async () => {
    const before = parseCaseCode((await acceptedCase(w)).code)?.serial ?? 0
    const ids = []
    for (let i = 0; i < 20; i += 1) ids.push((await fresh()).id)
    const codes = await Promise.all(ids.map(async (id) => (await acceptWith(id)).body.caseCode))
    const serials = codes.map((code) => parseCaseCode(code)?.serial ?? 0).toSorted((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 20 }, (_, i) => before + 1 + i))

    const { id } = await fresh()
    w.clock.advance(305 * DAY)
    expect(parseCaseCode((await acceptWith(id)).body.caseCode)).toMatchObject({ year: 2027, serial: 1 })
  })

  it('is refused once the institution is suspended', async () => {
    const { id } = await fresh()
    w.clock.advance(1000)
    await (await w.as('cnipa')).call(suspendInstitution, { id: w.id('jia'), reason: '年度检查不合格' })
    const problem = await refusal(id, {})
    expect(problem.violations).toMatchObject([
      { rule: 'institution-may-take-cases', detail: '本机构目前被暂停荐用' },
    ])
    const officer = await w.as('court-officer')
    await officer.call(withdraw, { id, reason: '改委托其他机构' })
    const closed = await (await w.as('jia-intake')).refusal(requestSupplement, { id, items: ['补正'] })
    expect(closed).toMatchObject({ status: 409, detail: expect.stringContaining('已撤回') })
  })

  it('leaves a sound log behind', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
