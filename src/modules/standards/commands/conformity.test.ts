import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showInstitution } from '#modules/directory/contract/institutions.ts'
import { listNotices } from '#modules/notices/contract.ts'
import { workQueue } from '#modules/work/contract.ts'
import {
  certifiedInstitution,
  managementStandard,
  reportedAssessment,
  submittedAssessment,
} from '#testing/standards.ts'
import { type World, world } from '#testing/world.ts'
import {
  answerClauses,
  assessClauses,
  assignAssessors,
  certify,
  closeFinding,
  correctFinding,
  listAssessments,
  openAssessment,
  raiseFinding,
  refuseCertificate,
  reopenFinding,
  reportAssessment,
  returnAssessment,
  showAssessment,
  submitAssessment,
  withdrawAssessment,
  withdrawCertificate,
} from '../contract/conformity.ts'
import { publishVersion, showStandard } from '../contract/standards.ts'
import { showTouched } from '../contract/touched.ts'
import { conformityFor, conformityInForce, conformityLapsed } from '../module.ts'

const DAY = 86_400_000
const patents = ['PATENT_INVENTION', 'PATENT_UTILITY_MODEL'] as const

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w?.close())

const rules = ({ violations }: { violations: readonly { rule: string }[] }) =>
  violations.map(({ rule }) => rule)
const read = () => w.program.database.read
const kinds = async (login: string) =>
  (await (await w.as(login)).call(workQueue, {})).body.items.map(({ kind }) => kind)

/** What the national list says of the institution's conformity now. */
async function listed(institution: string) {
  const { number } = await read()
    .selectFrom('institution')
    .select('directory_no as number')
    .where('id', '=', w.id(institution))
    .executeTakeFirstOrThrow()
  const { body } = await read()
    .selectFrom('directory_current')
    .select('body')
    .where('key', '=', `institution:${number}`)
    .executeTakeFirstOrThrow()
  return body.kind === 'institution' ? body.conformity : []
}

describe('an institution that conforms', () => {
  let id: string
  let certificate: string

  it('measures itself by every clause of a standard in force, within the scope of the standard', async () => {
    const admin = await w.as('jia-admin')
    const of = async (slug: string) => (await admin.call(showStandard, { slug })).body.id
    const planned = await admin.refusal(openAssessment, {
      standardId: await of('gb-t-45563.3'),
      ipTypes: ['TRADEMARK'],
    })
    expect(rules(planned)).toEqual(['standard-assessable'])
    const clauseless = await admin.refusal(openAssessment, {
      standardId: await of('sf-t-0158-2023'),
      ipTypes: ['TRADEMARK'],
    })
    expect(rules(clauseless)).toEqual(['standard-assessable', 'conformity-scope-within-standard'])
    const standardId = await of(managementStandard)
    id = (await admin.call(openAssessment, { standardId, ipTypes: [...patents] })).body.assessmentId
    const second = await admin.refusal(openAssessment, { standardId, ipTypes: [...patents] })
    expect(rules(second)).toEqual(['one-assessment-at-a-time'])
    expect(await kinds('jia-admin')).toContain('贯标自评')

    const { clauses } = (await admin.call(showAssessment, { id })).body
    expect(clauses.length).toBeGreaterThan(2)
    const [first, ...rest] = clauses.map(({ id: clauseId }) => clauseId)
    const early = await admin.refusal(submitAssessment, { id, statement: '符合' })
    expect(rules(early)).toEqual(['every-clause-answered'])
    const answer = (clauseId: string, verdict: 'CONFORMS' | 'DOES_NOT') => ({
      clauseId,
      verdict,
      note: '见手册',
    })
    await admin.call(answerClauses, { id, answers: rest.map((each) => answer(each, 'CONFORMS')) })
    await admin.call(answerClauses, { id, answers: [answer(first ?? '', 'DOES_NOT')] })
    const failing = await admin.refusal(submitAssessment, { id, statement: '基本符合' })
    expect(failing.violations).toMatchObject([{ rule: 'every-clause-answered', outcome: 'warn' }])
    const strange = await admin.refusal(answerClauses, { id, answers: [answer(id, 'CONFORMS')] })
    expect(rules(strange)).toEqual(['clauses-of-this-text'])
    await admin.call(answerClauses, { id, answers: [answer(first ?? '', 'CONFORMS')] })
    await admin.call(submitAssessment, { id, statement: '经自评，符合标准要求。' })
    expect(
      (await admin.refusal(answerClauses, { id, answers: [answer(first ?? '', 'CONFORMS')] })).status,
    ).toBe(409)
  })

  it('is visited by people of the association, never its own, and enough of them', async () => {
    expect(await kinds('association')).toContain('安排现场评定')
    const association = await w.as('association')
    await association.call(returnAssessment, { id, reason: '请补充档案目录' })
    await (await w.as('jia-head')).call(submitAssessment, { id, statement: '已补充。' })
    const [one, two] = [w.id('expert1'), w.id('expert2')]
    const assign = { id, visitOn: '2026-03-05' }
    const own = await association.refusal(assignAssessors, {
      ...assign,
      assessors: [one, w.id('jia-appraiser1')],
    })
    expect(rules(own)).toEqual(['assessors-independent'])
    const alone = await association.refusal(assignAssessors, { ...assign, assessors: [one, one] })
    expect(rules(alone)).toEqual(['enough-assessors'])
    const past = await association.refusal(assignAssessors, {
      id,
      visitOn: '2026-03-01',
      assessors: [one, two],
    })
    expect(rules(past)).toEqual(['visit-not-in-past'])
    await association.call(assignAssessors, { ...assign, assessors: [one, two] })
    expect(await kinds('expert1')).toEqual(['现场评定'])
    const notices = (await (await w.as('jia-admin')).call(listNotices, {})).body.items
    expect(notices.map(({ title }) => title)).toContain('贯标现场评定：2026-03-05')
  })

  it('has two findings, corrects them, and gets a certificate of one who did not assess', async () => {
    const expert = await w.as('expert1')
    const { clauses } = (await expert.call(showAssessment, { id })).body
    const [first, second, ...rest] = clauses.map(({ id: clauseId }) => clauseId)
    const seen = (clauseId: string | undefined, verdict: 'CONFORMS' | 'DOES_NOT') => ({
      clauseId: clauseId ?? '',
      verdict,
      note: '现场所见',
    })
    await expert.call(assessClauses, {
      id,
      seen: [seen(first, 'DOES_NOT'), ...rest.map((each) => seen(each, 'CONFORMS'))],
    })
    const report = { id, report: '现场查看两日。' }
    expect((await expert.refusal(reportAssessment, report)).detail).toContain('还有条款没有评定')
    await expert.call(assessClauses, { id, seen: [seen(second, 'CONFORMS')] })
    expect((await expert.refusal(reportAssessment, report)).detail).toContain('没有提出不符合项')
    const raise = { id, gravity: 'MINOR', observation: '档案室没有温湿度记录' } as const
    const one = (await expert.call(raiseFinding, { ...raise, clauseId: first ?? '' })).body
    const two = (await expert.call(raiseFinding, { ...raise, clauseId: second ?? '' })).body
    expect([one.no, two.no, one.dueOn]).toEqual([1, 2, '2026-03-30'])
    const soon = await (await w.as('jia-admin')).refusal(correctFinding, {
      id: one.findingId,
      correction: '已补',
    })
    expect(rules(soon)).toEqual(['correction-follows-report'])
    await expert.call(reportAssessment, report)
    const association = await w.as('association')
    expect(rules(await association.refusal(certify, { id, reason: '符合' }))).toEqual(['findings-closed'])

    const admin = await w.as('jia-admin')
    expect(await kinds('jia-admin')).toContain('整改不符合项')
    for (const { findingId } of [one, two])
      await admin.call(correctFinding, { id: findingId, correction: '已配置记录仪，附记录。' })
    const judgement = { judgement: '已核实记录' }
    expect(await kinds('expert2')).toEqual(['核实整改'])
    await expert.call(reopenFinding, { id: one.findingId, judgement: '只有一日的记录' })
    await admin.call(correctFinding, { id: one.findingId, correction: '附一周记录。' })
    for (const { findingId } of [one, two])
      await (await w.as('expert2')).call(closeFinding, { id: findingId, ...judgement })

    expect((await expert.refusal(certify, { id, reason: '符合' })).status).toBe(403)
    const { body } = await association.call(certify, { id, reason: '不符合项均已关闭。' })
    expect(body).toMatchObject({ validFrom: '2026-03-02', validUntil: '2029-03-01' })
    expect(body.number).toMatch(/^ZSJD-GB-2026-\d{5}$/)
    certificate = body.number
  })

  it('stands so in the national list from that very deed on, and in the facts of the day', async () => {
    const deed = (await w.trace(id)).find(({ op }) => op === 'conformity.certify')
    expect(deed?.fields).toMatchObject({
      to: 'CERTIFIED',
      also: { machine: 'conformity-certificate', from: 'NEW', to: 'IN_FORCE' },
      register: [{ key: 'institution:44-001' }],
    })
    expect(await listed('jia')).toEqual([
      { standard: 'T/CIPS 001—2022', certificate, from: '2026-03-02', until: '2029-03-01' },
    ])
    expect(await conformityInForce(read(), w.id('jia'), '2026-03-01')).toEqual([])
    expect(await conformityInForce(read(), w.id('jia'), '2029-03-01')).toMatchObject([{ certificate }])
    const facts = await conformityFor(read(), w.id('jia'), {
      ipTypes: ['PATENT_INVENTION', 'TRADEMARK'],
      on: '2026-03-02',
    })
    expect(facts).toMatchObject({ certificates: [{ certificate }], uncovered: ['TRADEMARK'] })
    const { body } = await w.anonymous().call(showStandard, { slug: managementStandard })
    expect(body.certificates).toMatchObject([{ number: certificate, institution: '甲知识产权鉴定中心' }])
  })

  it('is told when a new version of the standard touches its certificate', async () => {
    const association = await w.as('association')
    const standard = (await association.call(showStandard, { slug: managementStandard })).body
    await association.call(publishVersion, {
      id: standard.id,
      label: '对照正式文本核实',
      summary: '条款号和标题已核实',
      effectiveFrom: '2026-03-02',
      certainty: 'confirmed',
      clauses: standard.clauses.map(({ id: _, ...clause }, i) => ({
        ...clause,
        no: `${i + 4}`,
        confirmed: true,
      })),
    })
    const touched = (await association.call(showTouched, { id: standard.id })).body
    expect(touched.certificates).toMatchObject([{ number: certificate, institution: '甲知识产权鉴定中心' }])
    const notices = (await (await w.as('jia-admin')).call(listNotices, {})).body.items
    expect(notices.map(({ title }) => title)).toContain('标准有新版本：知识产权鉴定管理规范')
    const { outdated } = (await (await w.as('jia-admin')).call(showAssessment, { id })).body
    expect(outdated).toBe(true)
  })

  it('is not known to other institutions, and is to the auditor', async () => {
    const other = await w.as('yi-admin')
    expect((await other.refusal(showAssessment, { id })).status).toBe(404)
    expect((await other.call(listAssessments, {})).body.assessments).toEqual([])
    expect((await other.refusal(withdrawAssessment, { id, reason: '无关' })).status).toBe(404)
    expect((await (await w.as('jia-appraiser1')).refusal(showAssessment, { id })).status).toBe(404)
    expect((await (await w.as('auditor')).call(showAssessment, { id })).body.id).toBe(id)
    expect((await (await w.as('province')).refusal(showAssessment, { id })).status).toBe(404)
  })

  it('loses the entry when the certificate is taken back before its time', async () => {
    const { id: other, number } = await certifiedInstitution(w, 'yi', {
      ipTypes: ['TRADEMARK'],
      visitOn: '2026-03-05',
    })
    expect(await listed('yi')).toMatchObject([{ certificate: number }])
    w.clock.advance(DAY)
    const association = await w.as('association')
    await association.call(withdrawCertificate, { id: other, reason: '检查发现条件不再具备' })
    expect(await listed('yi')).toEqual([])
    expect(await conformityInForce(read(), w.id('yi'), '2026-03-02')).toMatchObject([{ certificate: number }])
    expect(await conformityInForce(read(), w.id('yi'), '2026-03-03')).toEqual([])
    const again = await association.refusal(withdrawCertificate, { id: other, reason: '再次' })
    expect(again.status).toBe(409)
  })
})

describe('a decision', () => {
  it('is not taken by whoever took part in the assessment, even released before it', async () => {
    const id = await submittedAssessment(w, 'bing', { ipTypes: ['PATENT_DESIGN'] })
    const deputy = await w.as('association-deputy')
    const assign = (assessors: readonly string[]) =>
      deputy.call(assignAssessors, { id, assessors: [...assessors], visitOn: '2026-03-10' })
    await assign([w.id('association-deputy'), w.id('expert1')])
    await assign([w.id('expert1'), w.id('expert2')])
    const { clauses } = (await deputy.call(showAssessment, { id })).body
    const verdicts = clauses.map(({ id: clauseId }) => ({
      clauseId,
      verdict: 'CONFORMS' as const,
      note: '所见',
    }))
    expect((await deputy.refusal(assessClauses, { id, seen: verdicts })).status).toBe(403)
    const expert = await w.as('expert2')
    await expert.call(assessClauses, { id, seen: verdicts })
    await expert.call(reportAssessment, { id, report: '符合。' })
    expect(rules(await deputy.refusal(certify, { id, reason: '符合' }))).toEqual(['assessor-does-not-decide'])
    expect(await kinds('association-deputy')).not.toContain('决定是否发证')
    expect(await kinds('association')).toContain('决定是否发证')
    await (await w.as('association')).call(refuseCertificate, { id, reason: '人员条件不足' })
    const notices = (await (await w.as('bing-admin')).call(listNotices, {})).body.items
    expect(notices.map(({ title }) => title)).toContain('贯标评定未通过')
    expect(await listed('bing')).toEqual([])
  })

  it('is not needed where the institution gives the assessment up', async () => {
    const id = await reportedAssessment(w, 'bing', { ipTypes: ['LAYOUT_DESIGN'], visitOn: '2026-03-10' })
    await (await w.as('bing-admin')).call(withdrawAssessment, { id, reason: '暂缓' })
    const late = await (await w.as('association')).refusal(certify, { id, reason: '符合' })
    expect(late.status).toBe(409)
  })
})

describe('a certificate whose last day is over', () => {
  it('is asked to be renewed before, ends by itself, and leaves the national list', async () => {
    w.clock.advance((3 * 365 - 40) * DAY)
    expect(await kinds('jia-admin')).toContain('贯标证书换证')
    expect(await conformityLapsed(read(), w.clock.today())).toMatchObject([{ institutionId: w.id('yi') }])
    const expire = w.program.modules
      .flatMap(({ jobs }) => jobs ?? [])
      .find(({ name }) => name === 'conformity.expire')
    expect(expire?.recurring).toBe(true)
    await w.program.settle()
    expect(await listed('jia')).toHaveLength(1)
    w.clock.advance(60 * DAY)
    await w.program.settle()
    expect(await listed('jia')).toEqual([])
    const shown = await w.anonymous().call(showInstitution, { id: w.id('jia') })
    expect(shown.status).toBe(200)
    const lapsed = await conformityLapsed(read(), w.clock.today())
    expect(lapsed.map(({ institutionId }) => institutionId).toSorted()).toEqual(
      [w.id('jia'), w.id('yi')].toSorted(),
    )
    expect(lapsed).toContainEqual({ institutionId: w.id('jia'), lastDay: '2029-03-01' })
    const notices = (await (await w.as('jia-admin')).call(listNotices, {})).body.items
    expect(notices.some(({ title }) => title.endsWith('已期满'))).toBe(true)
    await w.program.settle()
  })

  it('leaves a sound log behind', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
