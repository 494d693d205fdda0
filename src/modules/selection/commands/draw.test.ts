import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { addScope, restoreInstitution, suspendInstitution } from '#modules/directory/contract/institutions.ts'
import { workQueue } from '#modules/work/contract.ts'
import { acceptedCase } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { checkDraw } from '#verify/check-draw.ts'
import { drawEvidence, listDraws, showDraw } from '../contract/draws.ts'
import {
  acceptOffer,
  agree,
  commitDraw,
  declineOffer,
  describeNeed,
  designate,
  listSelections,
  openDraw,
  showSelection,
  withdrawSelection,
} from '../contract/selections.ts'

const HOUR = 3_600_000
let cases = 0

/** A need that all three institutions of the cast could serve, in a case of its own. */
function need(overrides: Partial<z.input<typeof describeNeed.input>> = {}) {
  cases += 1
  return {
    title: '快速接头技术特征比对',
    caseNo: `（2026）粤73知民初${cases}号`,
    ipType: 'PATENT_INVENTION' as const,
    rightHolder: '无人知晓技术有限公司',
    parties: ['未曾办案的五金厂'],
    ...overrides,
  } satisfies z.input<typeof describeNeed.input>
}

const secretOf = () => randomBytes(32).toString('hex')
const sha256 = (hex: string) => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex')

describe('selection of an institution', () => {
  let w: World
  const officer = () => w.as('court-officer')
  const keyOf = async (id: string, name: string) => {
    const { assessed } = (await (await officer()).call(showSelection, { id })).body
    return assessed?.candidates.find((each) => each.name.startsWith(name))?.key ?? ''
  }
  const described = async (overrides: Parameters<typeof need>[0] = {}) =>
    (await (await officer()).call(describeNeed, need(overrides))).body.id
  /** The login of the intake clerk of whoever is asked now. */
  const asked = async (id: string) => {
    const { offers } = (await (await officer()).call(showSelection, { id })).body
    const name = offers.at(-1)?.institution ?? ''
    return `${{ 甲: 'jia', 乙: 'yi', 丙: 'bing' }[name.charAt(0)]}-intake`
  }

  beforeAll(async () => {
    w = await world()
    const cnipa = await w.as('cnipa')
    for (const who of ['yi', 'bing'])
      await cnipa.call(addScope, { id: w.id(who), ipType: 'PATENT_INVENTION' })
  })
  afterAll(() => w?.close())

  it('shows who may be chosen and why the others may not', async () => {
    const id = await described({ ipType: 'TRADEMARK' })
    const { assessed, state } = (await (await officer()).call(showSelection, { id })).body
    expect(state).toBe('DESCRIBED')
    expect(assessed?.candidates.map(({ name }) => name.charAt(0))).toEqual(['乙'])
    expect(assessed?.counts).toEqual({ SCOPE: 2 })
    expect(assessed?.causes).toBeNull()
    const near = await described({ region: '31' })
    const there = (await (await officer()).call(showSelection, { id: near })).body.assessed
    expect(there?.counts).toEqual({ REGION: 2 })
    expect(there?.candidates.map(({ name }) => name.charAt(0))).toEqual(['乙'])
  })

  it('leaves out an institution that is suspended, and says so', async () => {
    const cnipa = await w.as('cnipa')
    const id = await described()
    const key = await keyOf(id, '丙')
    await cnipa.call(suspendInstitution, { id: w.id('bing'), reason: '整改' })
    // listed when the need was described, suspended when it is chosen
    const refusal = await (await officer()).refusal(designate, {
      id,
      key,
      record: '对方当事人无异议，故指定。',
    })
    expect(refusal.violations.map(({ rule }) => rule)).toEqual(['chosen-is-candidate'])
    const later = await described()
    const { assessed } = (await (await officer()).call(showSelection, { id: later })).body
    expect(assessed?.counts).toEqual({ STATE: 1 })
    await cnipa.call(restoreInstitution, { id: w.id('bing'), reason: '整改完成' })
  })

  describe('where an institution has a case of the same people', () => {
    const holder = { rightHolder: '演示管道有限公司', parties: ['另案被告'] }
    beforeAll(() => acceptedCase(w))

    it('tells the authority of the case what it knows already', async () => {
      const id = await described(holder)
      const { assessed } = (await (await officer()).call(showSelection, { id })).body
      expect(assessed?.counts).toEqual({ CONFLICT: 1 })
    })

    it('tells another authority nothing but that there is a reason, and the auditor which', async () => {
      const agency = await w.as('agency-officer')
      const { id } = (await agency.call(describeNeed, need(holder))).body
      const { assessed } = (await agency.call(showSelection, { id })).body
      expect(assessed?.counts).toEqual({ RESERVED: 1 })
      expect(JSON.stringify(assessed)).not.toContain('CONFLICT')
      const seen = (await (await w.as('auditor')).call(showSelection, { id })).body.assessed
      expect(seen?.causes).toEqual([{ key: expect.stringMatching(/^institution:/), cause: 'CONFLICT' }])
    })

    it('is named as a conflict where the institution itself is a party', async () => {
      const id = await described({ parties: ['乙知识产权 鉴定所'] })
      const { assessed } = (await (await officer()).call(showSelection, { id })).body
      expect(assessed?.counts).toEqual({ CONFLICT: 1 })
    })
  })

  it('is one at a time for a case, and repeated only for a reason', async () => {
    const first = need()
    const { id } = (await (await officer()).call(describeNeed, first)).body
    const second = await (await officer()).refusal(describeNeed, first)
    expect(second.violations.map(({ rule }) => rule)).toEqual(['one-selection-per-matter'])
    await (await officer()).call(withdrawSelection, { id, reason: '当事人和解' })
    const again = await (await officer()).refusal(describeNeed, first)
    expect(again.violations.map(({ rule }) => rule)).toEqual(['repeated-selection-explained'])
    await (await officer()).call(describeNeed, first, {
      reasons: { 'repeated-selection-explained': '和解未成，恢复审理' },
    })
  })

  it('by agreement goes to the institution, which accepts after checking for conflicts', async () => {
    const id = await described()
    const key = await keyOf(id, '乙')
    await (await officer()).call(agree, { id, key, record: '2026-03-02 庭前会议笔录，双方一致同意' })
    const intake = await w.as('yi-intake')
    expect((await intake.call(workQueue, {})).body.items.map((each) => each.link)).toContain(
      `/selections/${id}`,
    )
    const unchecked = await intake.refusal(acceptOffer, { id, noConflict: false })
    expect(unchecked.violations.map(({ rule }) => rule)).toEqual(['offer-conflict-checked'])
    await intake.call(acceptOffer, { id, noConflict: true })
    const { state, offers, assessed, draw } = (await intake.call(showSelection, { id })).body
    expect([state, offers.length, assessed, draw]).toEqual(['ACCEPTED', 1, null, null])
    expect((await w.trace(id)).map(({ op }) => op)).toEqual([
      'selection.describe',
      'selection.agree',
      'attempt.refused',
      'selection.accept-offer',
    ])
  })

  it('by designation may be declined, and then somebody else is chosen', async () => {
    const id = await described()
    const key = await keyOf(id, '甲')
    await (await officer()).call(designate, { id, key, record: '该机构具备本领域检测条件。' })
    const intake = await w.as('jia-intake')
    const silent = await intake.refusal(declineOffer, { id, ground: 'OTHER' })
    expect(silent.violations.map(({ rule }) => rule)).toEqual(['declining-explained'])
    await intake.call(declineOffer, { id, ground: 'LOAD' })
    await w.program.settle()
    const repeated = await (await officer()).refusal(designate, {
      id,
      key,
      record: '仍由该机构办理，请其安排。',
    })
    expect(repeated.violations.map(({ rule }) => rule)).toEqual(['chosen-is-candidate'])
    await (await officer()).call(designate, {
      id,
      key: await keyOf(id, '丙'),
      record: '改由丙机构办理本件。',
    })
    expect(await asked(id)).toBe('bing-intake')
  })

  it('is nobody’s business but the authority’s and of whom it was offered', async () => {
    const id = await described()
    for (const login of ['agency-officer', 'jia-intake', 'cnipa', 'admin', 'jia-appraiser1'])
      expect((await (await w.as(login)).refusal(showSelection, { id })).status).toBe(404)
    expect(
      (await (await w.as('agency-officer')).call(listSelections, {})).body.items.map((each) => each.id),
    ).not.toContain(id)
    expect(
      (await (await w.as('agency-officer')).refusal(withdrawSelection, { id, reason: '无关' })).status,
    ).toBe(404)
    expect((await (await w.as('auditor')).refusal(withdrawSelection, { id, reason: '无关' })).status).toBe(
      403,
    )
  })

  describe('by draw', () => {
    it('is laid down, waits for the log, is opened, and comes out the same for a stranger', async () => {
      const id = await described()
      const secret = secretOf()
      const laid = await (await officer()).call(commitDraw, { id, commitment: sha256(secret) })
      expect(laid.body.size).toBeGreaterThan((laid.traceIndex ?? 0) + 1)
      const early = await (await officer()).refusal(openDraw, { id, secret })
      expect(early.violations.map(({ rule }) => rule)).toEqual(['draw-root-published'])
      expect((await (await officer()).refusal(withdrawSelection, { id, reason: '不想抽了' })).status).toBe(
        409,
      )
      await w.program.settle()
      const wrong = await (await officer()).refusal(openDraw, { id, secret: secretOf() })
      expect(wrong.violations.map(({ rule }) => rule)).toEqual(['draw-secret-matches'])
      const { body } = await (await officer()).call(openDraw, { id, secret })
      await w.program.settle()
      const evidence = (await w.anonymous().call(drawEvidence, { id })).body
      const report = await checkDraw(JSON.stringify(evidence), await trust())
      expect(report.findings.filter(({ holds }) => holds !== true)).toEqual([])
      expect(report.deal?.order?.[0]).toBe(body.picked)
      expect(report.deal?.order).toHaveLength(3)
      expect(JSON.stringify(evidence.entries.map(openedOf))).not.toMatch(/五金厂|粤73|林书记/)
    })

    it('goes down the drawn order as one after the other declines or stays silent, to the end', async () => {
      const id = await drawn()
      const first = await asked(id)
      await (await w.as(first)).call(declineOffer, { id, ground: 'RECUSAL', explanation: '曾为被告提供咨询' })
      await w.program.settle()
      const second = await asked(id)
      expect(second).not.toBe(first)
      const other = await (await officer()).refusal(designate, {
        id,
        key: await keyOf(id, '甲'),
        record: '另行指定该机构办理。',
      })
      expect([409, 422]).toContain(other.status)
      w.clock.advance(8 * 24 * HOUR)
      await w.program.settle()
      const third = await asked(id)
      expect(new Set([first, second, third]).size).toBe(3)
      await (await w.as(third)).call(declineOffer, { id, ground: 'CAPACITY' })
      await w.program.settle()
      const shown = (await w.anonymous().call(showDraw, { id })).body
      expect(shown.state).toBe('EXHAUSTED')
      expect(shown.turns.map(({ answer, reason }) => [answer, reason])).toEqual([
        ['DECLINED', 'RECUSAL'],
        ['LAPSED', null],
        ['DECLINED', 'CAPACITY'],
      ])
      expect(JSON.stringify(shown)).not.toMatch(/提供咨询|粤73|五金厂/)
      const report = await checkDraw((await w.anonymous().call(drawEvidence, { id })).body, await trust())
      expect([report.ok, report.deal?.outcome]).toEqual([true, 'EXHAUSTED'])
    })

    it('is accepted by the picked institution, and the evidence says so', async () => {
      const id = await drawn()
      await (await w.as(await asked(id))).call(acceptOffer, { id, noConflict: true })
      await w.program.settle()
      const report = await checkDraw((await w.anonymous().call(drawEvidence, { id })).body, await trust())
      expect([report.ok, report.deal?.outcome]).toEqual([true, 'ACCEPTED'])
    })

    it('that is not opened in time is void in public, under the name of the authority', async () => {
      const id = await described()
      const secret = secretOf()
      await (await officer()).call(commitDraw, { id, commitment: sha256(secret) })
      await w.program.settle()
      w.clock.advance(7 * 24 * HOUR)
      const late = await (await officer()).refusal(openDraw, { id, secret })
      expect(late.violations.map(({ rule }) => rule)).toEqual(['draw-opened-in-term'])
      await w.program.settle()
      const { items } = (await w.anonymous().call(listDraws, {})).body
      expect(items.find((each) => each.id === id)).toMatchObject({
        state: 'VOIDED',
        authority: '演示市知识产权法院',
      })
      const report = await checkDraw((await w.anonymous().call(drawEvidence, { id })).body, await trust())
      expect([report.ok, report.sentence]).toEqual([true, expect.stringContaining('作废')])
      expect((await w.trace(id)).at(-1)).toMatchObject({
        op: 'selection.void-draw',
        fields: { by: { name: '系统' } },
      })
    })

    it('needs candidates to draw among, and a secret of its own', async () => {
      const lonely = await described({ ipType: 'TRADEMARK' })
      const few = await (await officer()).refusal(commitDraw, { id: lonely, commitment: sha256(secretOf()) })
      expect(few.violations.map(({ rule }) => rule)).toEqual(['enough-draw-candidates'])
      const commitment = sha256(secretOf())
      await (await officer()).call(commitDraw, { id: await described(), commitment })
      const used = await (await officer()).refusal(commitDraw, { id: await described(), commitment })
      expect(used.violations.map(({ rule }) => rule)).toEqual(['draw-secret-unused'])
    })
  })

  async function drawn(): Promise<string> {
    const id = await described()
    const secret = secretOf()
    await (await officer()).call(commitDraw, { id, commitment: sha256(secret) })
    await w.program.settle()
    await (await officer()).call(openDraw, { id, secret })
    return id
  }

  async function trust() {
    return { log: w.program.log.trust }
  }

  it('leaves log and tables in agreement', async () => {
    expect(await w.fsck()).toEqual([])
  })
})

function openedOf(proof: string): unknown {
  const extra = proof.split('\n').find((line) => line.startsWith('extra '))
  return JSON.parse(Buffer.from(extra?.slice(6) ?? '', 'base64').toString('utf8')).opened
}
