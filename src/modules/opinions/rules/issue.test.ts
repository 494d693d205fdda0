import { describe, expect, it } from 'vitest'
import { judge } from '#kernel/rule.ts'
import { procedureProfile } from '#law/terms/entrusting-type.ts'
import { sampleOpinion } from '#testing/sample-opinion.ts'
import type { OpinionData } from '../document/opinion-data.ts'
import { requiredContents } from './contents.ts'
import { freezeRules, type ToFreeze } from './freeze.ts'
import { issueRules, type Signable, signedNow, signsOpinionOnce } from './issue.ts'
import { kindsOf } from './keys.ts'

const day = '2026-03-02'
const violated = (findings: ReturnType<typeof judge>) =>
  findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn').map(({ brief }) => brief)

const data = sampleOpinion()
const ready: ToFreeze = {
  case: { state: 'PENDING_ISSUE', code: data.unifiedCaseCode, profile: 'COURT_CIVIL' },
  actorId: 'issuer',
  workers: ['one', 'two', 'reviewer'],
  opinion: undefined,
  data,
  uncommitted: [],
  gaps: [],
  reviewed: { approved: 'hash', now: 'hash' },
  overdue: null,
}
const [feature] = data.analysis.chart
const withData = (change: Partial<OpinionData>) => ({ data: { ...data, ...change } })

describe('定稿的规则', () => {
  it('let a whole opinion pass', () => expect(violated(judge(freezeRules, ready, day))).toEqual([]))

  it.each<[string, Partial<ToFreeze>, string[]]>([
    ['before the review is approved', { case: { ...ready.case, state: 'UNDER_REVIEW' } }, ['O-03']],
    ['while another one stands', { opinion: { no: '甲鉴[2026]知鉴字第1号' } }, ['O-13']],
    ['by the reviewer himself', { actorId: 'reviewer' }, ['P-11']],
    ['by an appraiser who has left', { actorId: 'one' }, ['P-11']],
    ['after the reviewed content was changed', { reviewed: { approved: 'a', now: 'b' } }, ['O-03']],
    [
      'with a question unanswered',
      withData({ answers: [{ question: '是否相同？', answer: ' ' }] }),
      ['M-06', 'O-07、O-08、O-09'],
    ],
    [
      'with a finding that cites nothing',
      withData({ analysis: { ...data.analysis, chart: feature ? [{ ...feature, evidence: [] }] : [] } }),
      ['O-11'],
    ],
    ['without the commitment letters', { uncommitted: ['张䶮'] }, ['A-12']],
    ['with a gap in custody', { gaps: ['M3：缺少第 2 个流转环节'] }, ['T-05']],
    ['without a case code', { case: { ...ready.case, code: '' } }, ['A-13']],
    ['with a character that cannot be printed', withData({ background: '𠮷' }), ['H-09']],
    ['after the time limit, without a reason', { overdue: { due: '2026-02-27', days: 1 } }, ['K-01']],
  ])('refuse it %s', (_, change, briefs) =>
    expect(violated(judge(freezeRules, { ...ready, ...change }, day))).toEqual(briefs),
  )

  it.each(procedureProfile.codes)('ask %s for its own contents, each with its clause', (profile) => {
    const bare: OpinionData = {
      ...data,
      institution: { ...data.institution, name: '', directoryNo: '' },
      basics: { ...data.basics, client: '', matter: '', purpose: '', acceptedOn: '' },
      process: { ...data.process, methods: '', steps: [] },
      analysis: { ...data.analysis, text: '' },
      answers: [{ question: '问', answer: '' }],
      annexes: { ...data.annexes, materials: [], commitments: [], qualifications: [] },
    }
    const asked = requiredContents(profile)
    expect(asked.length).toBeGreaterThanOrEqual(6)
    expect(asked.filter(({ present }) => !present(data))).toEqual([])
    expect(asked.filter(({ present }) => present(bare))).toEqual([])
  })
})

const signature = (field: string, account_id: string, key_state = 'ACTIVE') => ({
  field,
  account_id,
  name: account_id,
  key_state,
})
const signed: Signable = {
  actorId: 'issuer',
  opinion: {
    signatories: [
      { accountId: 'one', name: '甲', field: 'appraiser-1' },
      { accountId: 'two', name: '乙', field: 'appraiser-2' },
    ],
  },
  signatures: [signature('appraiser-1', 'one'), signature('appraiser-2', 'two'), signature('seal', 'issuer')],
  members: ['two', 'one'],
}

describe('签发的规则', () => {
  it('let a signed and sealed opinion pass', () =>
    expect(violated(judge(issueRules, signed, day))).toEqual([]))

  it.each<[string, Partial<Signable>, string[]]>([
    ['with a signature missing', { signatures: signed.signatures.slice(1) }, ['O-04']],
    ['after a signatory left the team', { members: ['one'] }, ['O-04']],
    ['after somebody joined the team', { members: ['one', 'two', 'three'] }, ['O-04']],
    [
      'with a signature by a key that was reported lost',
      { signatures: [...signed.signatures.slice(1), signature('appraiser-1', 'one', 'REVOKED')] },
      ['O-12'],
    ],
    ['without the seal', { signatures: signed.signatures.slice(0, 2) }, ['O-06']],
  ])('refuse it %s', (_, change, briefs) =>
    expect(violated(judge(issueRules, { ...signed, ...change }, day))).toEqual(briefs),
  )

  it('let each appraiser sign once', () =>
    expect([
      violated(judge([signsOpinionOnce], { ...signed, actorId: 'one' }, day)),
      violated(judge([signsOpinionOnce], { ...signed, signatures: [], actorId: 'one' }, day)),
    ]).toEqual([['O-04'], []]))

  it.each([
    ['2026-03-02T05:50:00.000Z', []],
    ['2026-03-02T05:44:59.000Z', ['O-12']],
    ['2026-03-02T06:00:01.000Z', ['O-12']],
  ])('take a signing time of %s at 06:00', (signingTime, briefs) =>
    expect(
      violated(judge([signedNow], { now: new Date('2026-03-02T06:00:00Z'), input: { signingTime } }, day)),
    ).toEqual(briefs),
  )

  it('give appraisers a key of their own and issuers that of the seal', () =>
    expect([kindsOf(['APPRAISER']), kindsOf(['AUTHORIZED_ISSUER']), kindsOf(['REVIEWER'])]).toEqual([
      ['person'],
      ['seal'],
      [],
    ]))
})
