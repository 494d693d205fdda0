import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { knownStandards } from '#law/standards-known.ts'
import { type World, world } from '#testing/world.ts'
import {
  closeConsultation,
  commentOnDraft,
  disposeComment,
  listComments,
  openConsultation,
  redraftStandard,
  showConsultation,
} from '../contract/consultation.ts'
import {
  approveStandard,
  beginDrafting,
  listStandards,
  proposeStandard,
  publishGuidance,
  publishVersion,
  recordStandard,
  showStandard,
  supersedeStandard,
  takeEffect,
  withdrawStandard,
} from '../contract/standards.ts'
import { defineTerm, listTerms, reviseTerm } from '../contract/terms.ts'
import { showTouched, violatedRules } from '../contract/touched.ts'

const DAY = 86_400_000

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w?.close())

const rules = ({ violations }: { violations: readonly { rule: string }[] }) =>
  violations.map(({ rule }) => rule)

const entry: Omit<z.input<typeof proposeStandard.input>, 'slug'> = {
  title: '地理标志鉴定规范',
  layer: 'PROFESSIONAL',
  kind: 'GROUP',
  ipTypes: ['GEOGRAPHICAL_INDICATION'],
  proposer: '演示知识产权鉴定专业委员会',
  certainty: 'confirmed',
  basis: '演示标准，由本平台立项起草。',
}

const clause = { no: '4.1', heading: '人员', bearing: 'INSTITUTION', says: '鉴定人不少于三名' } as const

describe('the register of standards', () => {
  it('holds what is known with how sure it is, each entered by a deed in the log', async () => {
    const { standards } = (await w.anonymous().call(listStandards, {})).body
    expect(standards).toHaveLength(knownStandards.length)
    const patent = standards.find(({ slug }) => slug === 'gb-t-45563.2-2025')
    expect(patent).toMatchObject({
      number: 'GB/T 45563.2—2025',
      state: 'EFFECTIVE',
      effectiveFrom: '2025-04-25',
      certainty: 'confirmed',
      unconfirmed: 1,
    })
    expect(standards.find(({ slug }) => slug === 'gb-t-45563.3')).toMatchObject({
      number: null,
      state: 'PLANNED',
      certainty: 'uncertain',
    })
    const [recorded] = await w.trace(patent?.id ?? '')
    expect(recorded).toMatchObject({
      op: 'standard.record',
      fields: { machine: 'standard', from: 'NEW', to: 'EFFECTIVE' },
    })
  })

  it.each([
    ['standard-registered-once', { number: 'GB/T 45563.2-2025', kind: 'NATIONAL' as const }],
    ['standard-number-valid', { number: 'GB/T 45563' }],
    ['standard-number-fits-kind', { number: 'GB/T 99999—2025' }],
    ['local-standard-has-region', { number: 'DB31/T 1—2025', kind: 'LOCAL' as const }],
    ['standard-number-fits-kind', { number: 'DB31/T 1—2025', kind: 'LOCAL' as const, region: '440000' }],
    ['confirmed-standard-complete', { slug: 't-cips-new' }],
    ['recorded-standard-in-force', { number: 'T/CIPS 9—2026', effectiveFrom: '2027-01-01' }],
    ['clause-numbers-differ', { number: 'T/CIPS 9—2026', clauses: [clause, clause] }],
    ['clause-rules-exist', { number: 'T/CIPS 9—2026', clauses: [{ ...clause, rules: ['no-such-rule'] }] }],
  ])('refuses by %s', async (rule, input) => {
    const association = await w.as('association')
    const problem = await association.refusal(recordStandard, { ...entry, ...input, ipTypes: ['TRADEMARK'] })
    expect(problem.status).toBe(422)
    expect(rules(problem)).toContain(rule)
  })

  it('warns of the code of an industry that it does not know, and takes a reason', async () => {
    const cnipa = await w.as('cnipa')
    const input = { ...entry, ipTypes: ['OTHER' as const], kind: 'INDUSTRY' as const, number: 'QX/T 1—2020' }
    expect(await cnipa.refusal(recordStandard, input)).toMatchObject({
      violations: [{ rule: 'standard-number-valid', outcome: 'warn' }],
    })
    const reasons = { 'standard-number-valid': '已对照标准封面核实。' }
    const { slug } = (await cnipa.call(recordStandard, input, { reasons })).body
    expect(slug).toBe('qx-t-1-2020')
    const { id } = (await cnipa.call(showStandard, { slug })).body
    const withdrawn = await cnipa.call(withdrawStandard, { id, on: '2026-03-01', reason: '主管部门公告废止' })
    expect(withdrawn.body.state).toBe('WITHDRAWN')
    const again = await cnipa.refusal(withdrawStandard, { id, on: '2026-03-01', reason: '再次' })
    expect(again.status).toBe(409)
  })

  it('is kept by the association for group standards and by the national office for the rest', async () => {
    const association = await w.as('association')
    const { id } = (await association.call(showStandard, { slug: 'gb-t-45563.3' })).body
    const foreign = await association.refusal(beginDrafting, { id, draftingUnits: ['某单位'] })
    expect(foreign).toMatchObject({ status: 403, detail: expect.stringContaining('团体标准') })
    const group = (await association.call(showStandard, { slug: 't-cips-copyright' })).body.id
    const office = await (await w.as('cnipa')).refusal(beginDrafting, { id: group, draftingUnits: ['某'] })
    expect(office.status).toBe(403)
    expect((await (await w.as('jia-admin')).refusal(proposeStandard, { slug: 'x1', ...entry })).status).toBe(
      403,
    )
  })
})

describe('a standard drafted in the open', () => {
  let id: string
  let consultationId: string

  it('is planned, drafted, and put before the public for no less than the term', async () => {
    const association = await w.as('association')
    const proposed = await association.call(proposeStandard, { slug: 'gi-draft', ...entry })
    id = proposed.body.standardId
    const twice = await association.refusal(proposeStandard, { slug: 'gi-draft', ...entry })
    expect(rules(twice)).toEqual(['standard-registered-once'])
    await association.call(beginDrafting, { id, draftingUnits: ['甲知识产权鉴定中心'] })
    const draft = { id, label: '征求意见稿', notes: '请就人员条件提出意见。', clauses: [clause] }
    const short = await association.refusal(openConsultation, { ...draft, closesOn: '2026-03-31' })
    expect(rules(short)).toEqual(['consultation-long-enough'])
    const opened = await association.call(openConsultation, { ...draft, closesOn: '2026-04-01' })
    consultationId = opened.body.consultationId
    const { state } = (await association.call(showStandard, { slug: 'gi-draft' })).body
    expect(state).toBe('CONSULTATION')
  })

  it('takes comments of anyone; how to reach them is for those who answer alone', async () => {
    const said = { id: consultationId, name: '某大学', contact: '010-12345678', clause: '4.1' }
    const { no } = (await w.anonymous().call(commentOnDraft, { ...said, text: '建议改为不少于两名。' })).body
    expect(no).toBe(1)
    await w.anonymous().call(commentOnDraft, { ...said, text: '建议增加产地核查。' })
    const shown = await w.anonymous().call(showConsultation, { id: consultationId })
    expect(shown.body).toMatchObject({ open: true, comments: [{ no: 1, disposition: null }, { no: 2 }] })
    expect(JSON.stringify(shown.body)).not.toContain('12345678')
    const trace = await w.trace(consultationId)
    expect(JSON.stringify(trace)).not.toContain('12345678')
    expect(trace.at(-1)?.op).toBe('consultation.comment')
    const table = await (await w.as('association')).call(listComments, { id: consultationId })
    expect(table.body.comments[0]?.contact).toBe('010-12345678')
    expect((await (await w.as('jia-admin')).refusal(listComments, { id: consultationId })).status).toBe(403)
  })

  it('is not approved before its time is over and every comment has its answer', async () => {
    const association = await w.as('association')
    const early = await association.refusal(closeConsultation, { id: consultationId })
    expect(rules(early)).toEqual(['consultation-over', 'comments-disposed'])
    const [first, second] = (await association.call(listComments, { id: consultationId })).body.comments
    const adopted = { disposition: 'PARTLY', answer: '改为不少于三名，其中两名为本领域。' } as const
    await association.call(disposeComment, { id: first?.id ?? '', ...adopted })
    expect(rules(await association.refusal(redraftStandard, { id, reason: '修改较多' }))).toEqual([
      'consultations-closed',
    ])
    w.clock.advance(31 * DAY)
    const late = await w.anonymous().refusal(commentOnDraft, {
      id: consultationId,
      name: '某人',
      text: '迟到的意见。',
    })
    expect(rules(late)).toEqual(['consultation-still-open'])
    const later = await w.as('association')
    const open = await later.refusal(closeConsultation, { id: consultationId })
    expect(rules(open)).toEqual(['comments-disposed'])
    await later.call(disposeComment, { id: second?.id ?? '', ...adopted, disposition: 'NOT_ADOPTED' })
    await later.call(closeConsultation, { id: consultationId })
    const closed = await later.refusal(disposeComment, { id: second?.id ?? '', ...adopted })
    expect(closed.status).toBe(409)
  })

  it('is approved under a number, holds from its day of effect, and ends what it replaces', async () => {
    const association = await w.as('association')
    const text = { id, issuedOn: '2026-04-02', clauses: [clause] }
    const wrong = await association.refusal(approveStandard, {
      ...text,
      number: 'T/CIPS 010—2026',
      effectiveFrom: '2026-04-01',
      supersedes: 'no-such-standard',
    })
    expect(rules(wrong)).toEqual(['effect-after-issue', 'replaced-standard-in-force'])
    const approved = await association.call(approveStandard, {
      ...text,
      number: 'T/CIPS 010-2026',
      effectiveFrom: '2026-04-10',
      supersedes: 't-cips-003-2022',
    })
    expect(approved.body).toEqual({ state: 'APPROVED', number: 'T/CIPS 010—2026' })
    expect(rules(await association.refusal(takeEffect, { id }))).toEqual(['day-of-effect-reached'])
    w.clock.advance(9 * DAY)
    const then = await w.as('association')
    const { traceIndex } = await then.call(takeEffect, { id })
    const entry = (await w.trace(id)).find(({ index }) => index === traceIndex)
    expect(entry?.fields).toMatchObject({
      to: 'EFFECTIVE',
      also: { machine: 'standard', from: 'EFFECTIVE', to: 'SUPERSEDED' },
    })
    const { supersededBy, state, endedOn } = (await then.call(showStandard, { slug: 't-cips-003-2022' })).body
    expect({ state, endedOn, by: supersededBy?.slug }).toEqual({
      state: 'SUPERSEDED',
      endedOn: '2026-04-10',
      by: 'gi-draft',
    })
  })

  it('has guidance that the public reads', async () => {
    const guidance = { id, clause: '4.1', question: '兼职人员算不算？', answer: '不算，须在本机构执业。' }
    await (await w.as('association')).call(publishGuidance, guidance)
    const { body } = await w.anonymous().call(showStandard, { slug: 'gi-draft' })
    expect(body.guidance).toMatchObject([{ clause: '4.1', question: '兼职人员算不算？' }])
  })

  it('shows, with a new version, which clauses and rules it touches', async () => {
    const association = await w.as('association')
    const revised = { ...clause, says: '鉴定人不少于五名', rules: ['within-business-scope'] }
    const added = { ...clause, no: '4.2', heading: '设备' }
    const { versionNo } = (
      await association.call(publishVersion, {
        id,
        label: '第1号修改单',
        summary: '提高人员要求',
        effectiveFrom: '2026-05-01',
        certainty: 'confirmed',
        clauses: [revised, added],
      })
    ).body
    const { body } = await association.call(showTouched, { id })
    expect(body).toMatchObject({
      versionNo,
      clauses: { added: ['4.2'], dropped: [], changed: ['4.1'] },
      rules: [{ id: 'within-business-scope', clauses: ['4.1'], change: 'ADDED' }],
    })
    const older = await association.refusal(publishVersion, {
      id,
      label: '第2号修改单',
      summary: '倒签',
      effectiveFrom: '2026-04-30',
      certainty: 'confirmed',
    })
    expect(rules(older)).toEqual(['effect-after-issue'])
  })

  it('recorded elsewhere is superseded by one that is in force, and by no other', async () => {
    const cnipa = await w.as('cnipa')
    const { id: old } = (await cnipa.call(showStandard, { slug: 'sf-t-0075-2020' })).body
    const planned = await cnipa.refusal(supersedeStandard, { id: old, by: 'gb-t-45563.3', on: '2026-04-01' })
    expect(rules(planned)).toEqual(['successor-in-force'])
    const itself = await cnipa.refusal(supersedeStandard, { id: old, by: 'sf-t-0075-2020', on: '2027-04-01' })
    expect(rules(itself)).toEqual(['successor-in-force', 'standard-end-not-in-future'])
    await cnipa.call(supersedeStandard, { id: old, by: 'sf-t-0158-2023', on: '2026-04-01' })
    const { body } = await cnipa.call(showStandard, { slug: 'sf-t-0075-2020' })
    expect(body).toMatchObject({ state: 'SUPERSEDED', supersededBy: { slug: 'sf-t-0158-2023' } })
  })
})

describe('the glossary', () => {
  it('is revised by a deed that keeps what a word meant before', async () => {
    const association = await w.as('association')
    const { terms } = (await w.anonymous().call(listTerms, {})).body
    const word = terms.find(({ zh }) => zh === '贯标')
    if (!word) throw new Error('the glossary has no 贯标')
    const taken = await association.refusal(defineTerm, {
      zh: word.zh,
      definition: '另一种释义',
      source: '某书',
    })
    expect(rules(taken)).toEqual(['term-defined-once'])
    const revision = {
      id: word.id,
      version: 1,
      definition: '机构按照标准建立并运行管理。',
      source: '平台释义',
    }
    await association.call(reviseTerm, revision)
    const stale = await association.refusal(reviseTerm, revision)
    expect(stale.status).toBe(409)
    const after = (await w.anonymous().call(listTerms, {})).body.terms.find(({ zh }) => zh === '贯标')
    expect(after).toMatchObject({ version: 2, definition: revision.definition })
    const kept = (await w.trace(word.id)).filter(({ op }) => op === 'term.revise')
    expect(kept).toMatchObject([{ fields: { before: { definition: word.definition } } }])
    expect((await (await w.as('jia-admin')).refusal(reviseTerm, revision)).status).toBe(403)
  })
})

describe('where the trade departs from the rules', () => {
  it('is counted by rule from the refusals in the log', async () => {
    const { body } = await (await w.as('association')).call(violatedRules, {})
    const found = body.rules.find(({ rule }) => rule === 'successor-in-force')
    expect(found).toMatchObject({ times: 2, operations: ['standard.supersede'] })
    expect(found?.says).toContain('现行有效')
    const [most] = body.rules
    expect(most?.times).toBeGreaterThan(1)
    const none = await (await w.as('auditor')).call(violatedRules, {
      from: '2020-01-01',
      until: '2020-02-01',
    })
    expect(none.body.rules).toEqual([])
  })
})

it('leaves a sound log behind', async () => {
  expect(await w.fsck()).toEqual([])
})
