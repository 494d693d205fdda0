import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonical } from '#log/core/canonical.ts'
import { suspendInstitution } from '#modules/directory/contract/institutions.ts'
import { commissionForm, type FormOverrides, submittedCommission, uploadedLetter } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { saveDraft, show, submit } from '../contract/endpoints.ts'
import type { CommissionForm } from '../contract/form.ts'

describe('submitting a commission', () => {
  let w: World
  let letterFileId: string
  beforeAll(async () => {
    w = await world()
    letterFileId = await uploadedLetter(w, 'court-officer')
  })
  afterAll(() => w.close())

  const form = (overrides: FormOverrides = {}) => commissionForm(w, { letterFileId, ...overrides })

  async function draft(login = 'court-officer'): Promise<string> {
    const id = randomUUID()
    await (await w.as(login)).call(saveDraft, { id, form: {}, version: 0 })
    return id
  }

  async function refusal(overrides: FormOverrides) {
    const id = await draft()
    return { id, problem: await (await w.as('court-officer')).refusal(submit, { id, form: form(overrides) }) }
  }

  async function stored(overrides: FormOverrides, reasons?: Record<string, string>): Promise<CommissionForm> {
    const officer = await w.as('court-officer')
    const id = await draft()
    await officer.call(submit, { id, form: form(overrides) }, reasons ? { reasons } : {})
    return (await officer.call(show, { id })).body.form
  }

  /** What a judged form passes or not, without regard to the others of its world. */
  const rightly = (overrides: Partial<CommissionForm['right']>) => ({
    right: { ...form().right, ...overrides },
  })
  const declared = (overrides: Partial<CommissionForm['declarations']>) => ({
    declarations: { ...form().declarations, ...overrides },
  })
  const contacted = (unifiedSocialCreditCode: string) => ({
    contact: { ...form().contact, unifiedSocialCreditCode },
  })

  it('is a record: what was declared, its hash, its trace', async () => {
    const officer = await w.as('court-officer')
    const id = await draft()
    const { body, traceIndex } = await officer.call(submit, { id, form: form() })
    expect(body).toMatchObject({ id, state: 'SUBMITTED', submittedAt: w.clock.now().toISOString() })
    const [entry] = await w.trace(id)
    expect(entry).toMatchObject({
      index: traceIndex,
      op: 'commission.submit',
      fields: { formSha256: body.formSha256, machine: 'commission', from: 'NEW', to: 'SUBMITTED' },
    })
    const shown = (await officer.call(show, { id })).body
    expect(createHash('sha256').update(canonical(shown.form)).digest('hex')).toBe(body.formSha256)
    expect(shown).toMatchObject({ state: 'SUBMITTED', form: form(), due: '2026-03-11', workingDaysLeft: 7 })
  })

  it.each<[string, string, string, string, () => FormOverrides]>([
    [
      'declarations-made',
      'A-05',
      '明鉴平台规则#A-05',
      'form.declarations.notElsewhere',
      () => declared({ notElsewhere: false }),
    ],
    [
      'no-state-secrets',
      'T-11',
      '明鉴平台规则#T-11',
      'form.declarations.noStateSecrets',
      () => declared({ noStateSecrets: false }),
    ],
    [
      'right-number-valid',
      'A-03',
      '明鉴平台规则#H-01',
      'form.right.number',
      () => rightly({ number: 'ZL201920491170.1' }),
    ],
    [
      'right-number-valid',
      'A-03',
      '明鉴平台规则#H-01',
      'form.ipType',
      () => ({ ipType: 'PATENT_INVENTION' }),
    ],
    ['court-case-number-valid', 'A-10', '明鉴平台规则#H-01', 'form.courtCaseNo', () => ({ courtCaseNo: '' })],
    [
      'court-case-number-valid',
      'A-10',
      '明鉴平台规则#H-01',
      'form.courtCaseNo',
      () => ({ courtCaseNo: '粤73知民初118号' }),
    ],
    [
      'credit-codes-valid',
      'A-08',
      '明鉴平台规则#H-01',
      'form.contact.unifiedSocialCreditCode',
      () => contacted('91440300708461137X'),
    ],
    [
      'credit-codes-valid',
      'A-08',
      '明鉴平台规则#H-01',
      'form.parties.1.unifiedSocialCreditCode',
      () => ({
        parties: form().parties.map((each, i) =>
          i === 1 ? { ...each, unifiedSocialCreditCode: '1' } : each,
        ),
      }),
    ],
    [
      'questions-numbered',
      'M-06',
      '法释〔2019〕19号#第36条',
      'form.questions',
      () => ({ questions: form().questions.toReversed() }),
    ],
    [
      'commission-letter-attached',
      'A-09',
      '广东省司法鉴定管理条例#第30条',
      'form.letterFileId',
      () => ({ letterFileId: randomUUID() }),
    ],
    [
      'entrusting-type-own',
      'A-01',
      '广东省司法鉴定管理条例#第27条',
      'form.entrustingType',
      () => ({ entrustingType: 'ADMIN_ENFORCEMENT' }),
    ],
    [
      'chosen-institution-listed',
      'A-07',
      '明鉴平台规则#A-07',
      'form.institutionId',
      () => ({ institutionId: w.id('agency') }),
    ],
    [
      'chosen-institution-in-scope',
      'A-03',
      '上海市司法鉴定管理条例#第24条',
      'form.institutionId',
      () => ({ institutionId: w.id('yi') }),
    ],
  ])(
    'is refused by %s (%s, %s) at %s, with a remedy, and the attempt is in the trace',
    async (rule, brief, clause, field, overrides) => {
      const { id, problem } = await refusal(overrides())
      expect(problem).toMatchObject({ status: 422, type: '/problems/rule-violated' })
      const [violation] = problem.violations
      expect(problem.violations).toHaveLength(1)
      expect(violation).toMatchObject({ rule, brief, field, outcome: 'fail' })
      expect(violation?.basis).toContain(clause)
      expect(violation?.detail).toMatch(/\p{Script=Han}/u)
      expect(violation?.remedy).toMatch(/\p{Script=Han}.*。$/u)
      const trace = await w.trace(id)
      expect(trace.map(({ op }) => op)).toEqual(['attempt.refused'])
      expect(trace[0]?.fields.violated).toMatchObject([{ rule, brief }])
    },
  )

  it('tells the right check digit where it is wrong', async () => {
    const { problem } = await refusal(rightly({ number: 'ZL2019之二号' }))
    expect(problem.violations[0]?.detail).toContain('专利号')
    const digit = form().right.number.at(-1)
    const wrong = digit === '1' ? '2' : '1'
    const told = (await refusal(rightly({ number: form().right.number.slice(0, -1) + wrong }))).problem
    expect(told.violations[0]?.detail).toContain(`校验位应为“${digit}”`)
  })

  it('stores numbers in their one lawful spelling, whatever was typed', async () => {
    const kept = await stored({
      courtCaseNo: '(2026) 粤73知民初118号',
      ...rightly({ number: form().right.number.replace('ZL', 'ｚｌ ').replace('.', '．') }),
    })
    expect(kept.courtCaseNo).toBe('（2026）粤73知民初118号')
    expect(kept.right.number).toBe(form().right.number)
    expect((await stored({ courtCaseNo: '[2012]民申字第1544号' })).courtCaseNo).toBe('（2012）民申字第1544号')
  })

  it('lets an early pilot code pass with a written reason only', async () => {
    const code = form().contact.unifiedSocialCreditCode
    const doubtful = code.slice(0, 17) + (code.endsWith('A') ? 'B' : 'A')
    const { problem } = await refusal(contacted(doubtful))
    expect(problem.violations).toMatchObject([{ rule: 'credit-codes-valid', outcome: 'warn' }])
    const kept = await stored(contacted(doubtful), { 'credit-codes-valid': '已核对登记证书原件。' })
    expect(kept.contact.unifiedSocialCreditCode).toBe(doubtful)
  })

  it('flags a legal question with the reason and a factual form, and the person decides', async () => {
    const questions = [{ no: 1, text: '被诉产品是否侵犯涉案专利权？' }]
    const { problem } = await refusal({ questions })
    expect(problem.violations).toMatchObject([
      { rule: 'questions-are-factual', brief: 'M-05', outcome: 'warn', field: 'form.questions.0.text' },
    ])
    expect(problem.violations[0]?.detail).toContain('侵犯')
    expect(problem.violations[0]?.remedy).toContain('可改为“')
    const proposal = /可改为“([^”]+)”/.exec(problem.violations[0]?.remedy ?? '')?.[1] ?? ''
    expect((await stored({ questions: [{ no: 1, text: proposal }] })).questions[0]?.text).toBe(proposal)

    const id = await draft()
    const reason = '委托裁定原文如此，庭前会议已说明只比对技术特征。'
    const officer = await w.as('court-officer')
    await officer.call(
      submit,
      { id, form: form({ questions }) },
      { reasons: { 'questions-are-factual': reason } },
    )
    const accepted = (await w.trace(id)).at(-1)
    expect(accepted?.fields.findings).toContainEqual(
      expect.objectContaining({ rule: 'questions-are-factual', outcome: 'warn', reason }),
    )
    expect((await (await w.as('jia-intake')).call(show, { id })).body.reasons).toEqual([
      { brief: 'M-05', field: 'form.questions.0.text', detail: problem.violations[0]?.detail, reason },
    ])
  })

  it('does not let a reason stand in for what must be', async () => {
    const id = await draft()
    const problem = await (await w.as('court-officer')).refusal(
      submit,
      { id, form: form(declared({ lawfulUse: false })) },
      { reasons: { 'declarations-made': '以后再补。' } },
    )
    expect(problem.violations).toMatchObject([{ rule: 'declarations-made', outcome: 'fail' }])
  })

  it('does not take a letter that another organisation uploaded', async () => {
    const { problem } = await refusal({ letterFileId: await uploadedLetter(w, 'agency-officer') })
    expect(problem.violations).toMatchObject([{ rule: 'commission-letter-attached' }])
  })

  it('refuses a suspended institution', async () => {
    const cnipa = await w.as('cnipa')
    await cnipa.call(suspendInstitution, { id: w.id('yi'), reason: '年度检查未提交报告' })
    const { problem } = await refusal({ institutionId: w.id('yi') })
    expect(problem.violations).toContainEqual(
      expect.objectContaining({ rule: 'chosen-institution-listed', detail: '所选机构目前被暂停荐用' }),
    )
  })

  it('names every place of a form that is not as the contract says', async () => {
    const officer = await w.as('court-officer')
    const id = await draft()
    const bad = { ...form({ title: '长'.repeat(121), caseFacts: '短' }), colour: 'red', parties: [] }
    const { status, issues } = await officer.refusal(submit, { id, form: bad })
    expect(status).toBe(400)
    expect(issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['form.title', 'form.caseFacts', 'form.parties', 'form']),
    )
    expect(issues.find(({ path }) => path === 'form')?.detail).toContain('colour')
    expect(issues.find(({ path }) => path === 'form.title')?.detail).toBe('委托事项名称最多 120 字')
    expect(await w.trace(id)).toEqual([])
  })

  it('answers malformed JSON with a sentence', async () => {
    const officer = await w.as('court-officer')
    const response = await officer.raw('/api/commissions/submit', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"id": ',
    })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ detail: '请求内容不是有效的 JSON。' })
  })

  it('keeps rare characters and refuses what no document could print', async () => {
    const kept = await stored({ title: '吴䶮与𬭚材料的技术特征比对' })
    expect(kept.title).toBe('吴䶮与𬭚材料的技术特征比对')
    const { problem } = await refusal({ title: '𠮷田接头技术特征比对' })
    expect(problem.issues).toMatchObject([{ path: 'form.title' }])
    expect(problem.issues[0]?.detail).toContain('“𠮷”（U+20BB7）')
    const control = (await refusal({ title: '接头\u0007技术特征比对' })).problem
    expect(control.issues[0]?.detail).toContain('U+0007')
  })

  it('sent twice under one key has one effect, one trace entry and the same bytes as answer', async () => {
    const officer = await w.as('court-officer')
    const id = await draft()
    const send = () =>
      officer.raw('/api/commissions/submit', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `twice-${id}` },
        body: JSON.stringify({ id, form: form() }),
      })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.headers.get('x-trace-index')).toBe(first.headers.get('x-trace-index'))
    expect(await second.text()).toBe(await first.text())
    expect(await w.trace(id)).toHaveLength(1)
  })

  it('of the same draft twice is told that it was done', async () => {
    const { id } = await submittedCommission(w)
    const again = await (await w.as('court-officer')).refusal(submit, { id, form: form() })
    expect(again).toMatchObject({ status: 409, detail: '这件委托已经提交过了。' })
  })

  it('needs a draft of one’s own', async () => {
    const id = await draft('agency-officer')
    expect((await (await w.as('court-officer')).refusal(submit, { id, form: form() })).status).toBe(404)
  })

  it('is for those who entrust, and for the signed-in', async () => {
    const input = { id: randomUUID(), form: form() }
    expect((await (await w.as('jia-intake')).refusal(submit, input)).status).toBe(403)
    expect((await w.anonymous().refusal(submit, input)).status).toBe(401)
  })

  it('leaves a sound log behind', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
