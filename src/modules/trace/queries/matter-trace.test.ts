import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseVerifierKey } from '#log/core/note-key.ts'
import { checkReceipt } from '#log/core/receipt.ts'
import { signAgreement } from '#modules/cases/contract/agreement.ts'
import { submitForReview } from '#modules/opinions/contract/draft.ts'
import { answer } from '#platform/answer.ts'
import { draftingCase } from '#testing/cases.ts'
import { acceptedCase } from '#testing/matters.ts'
import { upload } from '#testing/upload.ts'
import { type World, world } from '#testing/world.ts'
import { sha256, tree } from '#verify/sha256.ts'
import { entryProof, matterTrace } from '../contract.ts'
import { matterTrace as traceUpTo } from './matter-trace.ts'

let w: World
let id: string

describe('the trace of a matter', () => {
  beforeAll(async () => {
    w = await world()
    id = (await acceptedCase(w, { confidentiality: 'TRADE_SECRET' })).id
  })
  afterAll(() => w?.close())

  const traceFor = async (login: string) => (await (await w.as(login)).call(matterTrace, { id })).body
  const proofFor = async (login: string, index: number) =>
    (await (await w.as(login)).call(entryProof, { index: String(index) })).body

  it('says who did what, from which state to which, under which rules, and whether it is published', async () => {
    const before = await traceFor('court-officer')
    const accepted = before.entries.find(({ op }) => op === 'commission.accept')
    expect(accepted).toMatchObject({
      title: '受理',
      stage: 'ACCEPTANCE',
      kind: 'done',
      by: { name: '王受理', organisation: '甲知识产权鉴定中心' },
      published: false,
    })
    expect(accepted?.to).toMatch(/受理/)
    expect(accepted?.rules.map(({ outcome }) => outcome)).toContain('pass')
    expect(accepted?.rules.find(({ rule }) => rule === 'no-parallel-commission')?.reason ?? '').toBe(
      accepted?.rules.some(({ rule, outcome }) => rule === 'no-parallel-commission' && outcome === 'warn')
        ? '已向委托方核实，系另案。'
        : '',
    )
    await w.program.settle()
    const after = await traceFor('court-officer')
    expect(after.entries.every(({ published }) => published)).toBe(true)
    expect(after.entries.map(({ index }) => index)).toEqual(
      after.entries.map(({ index }) => index).toSorted((a, b) => a - b),
    )
  })

  it('does not exist for another organisation; the auditor sees it', async () => {
    for (const login of ['agency-officer', 'yi-intake', 'yi-head'])
      expect(await (await w.as(login)).refusal(matterTrace, { id })).toMatchObject({ status: 404 })
    expect((await traceFor('auditor')).entries.length).toBeGreaterThan(0)
    expect(await w.anonymous().refusal(matterTrace, { id })).toMatchObject({ status: 401 })
  })

  it('keeps refused attempts, with what was violated', async () => {
    const refused = await (await w.as('jia-intake')).refusal(signAgreement, { id })
    expect(refused.status).toBe(403)
    const { entries, stages } = await traceFor('jia-head')
    expect(entries.at(-1)).toMatchObject({
      op: 'case.sign-agreement',
      kind: 'refused',
      by: { name: '王受理' },
      detail: refused.detail,
    })
    expect(stages.find(({ stage }) => stage === 'ACCEPTANCE')?.refused).toBe(1)
  })

  it('keeps readings of sealed material, also those that were refused', async () => {
    const court = await w.as('court-officer')
    const bytes = new TextEncoder().encode('%PDF-1.7 图纸')
    const fileId = await upload(court, { name: '图纸.pdf', bytes, matter: id })
    expect((await court.raw(`/api/files/${fileId}/content`)).status).toBe(200)
    const { entries } = await traceFor('jia-head')
    expect(entries.at(-1)).toMatchObject({
      op: 'file.open',
      kind: 'read',
      stage: 'PROCESS',
      by: { name: '林书记' },
    })
    const stranger = await w.as('yi-intake')
    expect((await stranger.raw(`/api/files/${fileId}/content`)).status).toBe(404)
    expect((await traceFor('court-officer')).entries.at(-1)).toMatchObject({
      op: 'file.open',
      title: '打开文件',
      kind: 'refused',
      by: { organisation: '乙知识产权鉴定所' },
    })
  })

  it('is proven entry by entry, without opening what was typed', async () => {
    await w.program.settle()
    for (const { index, op } of (await traceFor('court-officer')).entries) {
      const { proof, vkey, origin, matter } = await proofFor('court-officer', index)
      const key = parseVerifierKey(sha256, vkey)
      if (!key || proof === null) throw new Error(`entry ${index} has no proof`)
      const receipt = await checkReceipt(tree, proof, { origin, keys: [key] })
      if ('says' in receipt) throw new Error(receipt.says)
      expect(matter).toBe(id)
      expect(receipt.leaf.index).toBe(index)
      if (op !== 'file.open' && receipt.leaf.op !== 'attempt.refused') expect(receipt.leaf.op).toBe(op)
      expect(receipt.opened.subject?.value).toMatchObject({ matter: id })
      expect(Object.keys(receipt.opened)).not.toContain('input')
    }
  })

  it('gives no proof to a stranger, and of deeds outside any matter to the doer alone', async () => {
    const [first] = (await traceFor('court-officer')).entries
    const index = String(first?.index)
    expect(await (await w.as('yi-head')).refusal(entryProof, { index })).toMatchObject({ status: 404 })
    const own = (await w.trace(w.id('jia'))).find(({ op }) => op === 'institution.register')
    if (!own) throw new Error('listing an institution leaves an entry')
    expect(await proofFor('cnipa', own.index)).toMatchObject({ title: '列入名录', matter: null })
    const stranger = await w.as('yi-head')
    expect(await stranger.refusal(entryProof, { index: String(own.index) })).toMatchObject({ status: 404 })
    expect(await stranger.refusal(entryProof, { index: '999999' })).toMatchObject({ status: 404 })
  })

  it('keeps what rules said of the draft from those who may not read the draft, on the page and in proofs', async () => {
    const work = await draftingCase(w)
    const refused = await (await w.as('jia-appraiser1')).refusal(submitForReview, { id: work.id })
    await w.program.settle()
    const seen = async (login: string) => {
      const { entries } = (await (await w.as(login)).call(matterTrace, { id: work.id })).body
      const entry = entries.find(({ op, kind }) => op === 'draft.submit-for-review' && kind === 'refused')
      if (!entry) throw new Error(`${login} does not see the refused attempt`)
      return { entry, fields: (await proofFor(login, entry.index)).fields }
    }
    for (const login of ['jia-head', 'jia-reviewer', 'auditor']) {
      const { entry, fields } = await seen(login)
      expect(entry.detail, login).toBe(refused.detail)
      expect(fields, login).toEqual(expect.arrayContaining(['detail', 'violated']))
    }
    for (const login of ['court-officer', 'jia-intake']) {
      const { entry, fields } = await seen(login)
      expect(JSON.stringify(entry), login).not.toContain(refused.detail)
      expect(entry.rules.length, login).toBeGreaterThan(0)
      expect(entry.rules.map(({ detail }) => detail).join(''), login).toBe('')
      expect(fields, login).not.toEqual(expect.arrayContaining(['detail']))
      expect(fields, login).not.toEqual(expect.arrayContaining(['violated']))
    }
  })

  it('longer than one answer holds says that there is more', async () => {
    const accountId = w.id('auditor')
    const actor = {
      kind: 'person' as const,
      accountId,
      name: '审计员',
      organisationId: null,
      organisation: '',
      roles: ['AUDITOR'],
      steppedUpAt: null,
      sessionId: null,
    }
    const vocabulary = () => ({ titles: new Map(), queries: new Set<string>(), states: new Map() })
    const upTo = (most: number) => answer(w.program.engine, traceUpTo(vocabulary, most), { id }, actor)
    const { length } = (await traceFor('auditor')).entries
    expect(await upTo(length)).toMatchObject({ more: false })
    expect(await upTo(3)).toMatchObject({ more: true, entries: [{}, {}, {}] })
  })

  it('of a case limited to persons is closed to whom the case is closed to', async () => {
    const { id: limited } = await acceptedCase(w, { confidentiality: 'RESTRICTED_PERSONS' })
    expect((await (await w.as('jia-head')).call(matterTrace, { id: limited })).status).toBe(200)
    expect(await (await w.as('jia-intake')).refusal(matterTrace, { id: limited })).toMatchObject({
      status: 404,
    })
  })
})
