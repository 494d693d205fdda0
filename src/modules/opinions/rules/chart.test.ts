import { describe, expect, it } from 'vitest'
import { judge } from '#kernel/rule.ts'
import { reviewersNeeded } from '#modules/cases/rules/reviewers.ts'
import { type ChartRow, rowContent } from '../contract/chart.ts'
import { type ChartFacts, chartRules } from './chart.ts'
import { findingsByAppraisers } from './chart-edit.ts'
import { reviewerNotAuthor } from './review.ts'

const text = '1.一种接头，包括本体，其特征在于设有卡环。'
const [one, two, three] = ['1', '2', '3'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`)
const sample = `11111111-1111-4111-8111-111111111111`
const votes = (
  ...findings: readonly [string | undefined, ChartRow['finding'], string?][]
): ChartRow['votes'] =>
  findings.map(([accountId = '', finding, dissent = '']) => ({
    accountId,
    name: '某',
    finding: finding ?? 'IDENTICAL',
    dissent,
    current: true,
    votedAt: '2026-03-02T06:00:00Z',
  }))

function row(label: string, words: string, more: Partial<ChartRow> = {}): ChartRow {
  const start = text.indexOf(words)
  const content = rowContent.parse({
    label,
    claimNo: '1',
    start,
    end: start + words.length,
    counterpart: '对应结构',
    finding: 'IDENTICAL',
    reasoning: '依图',
    evidence: [{ materialId: sample, locator: '第1页' }],
  })
  const agreed = votes([one, 'IDENTICAL'], [two, 'IDENTICAL'])
  const saved = { version: 1, savedBy: '某', savedAt: '2026-03-02T06:00:00Z' }
  return { ...content, ...saved, id: `row-${label}`, claimText: words, votes: agreed, ...more }
}

function chart(rows: readonly ChartRow[], more: Partial<ChartFacts> = {}): ChartFacts {
  return {
    case: { ip_type: 'PATENT_INVENTION' },
    claims: [{ no: '1', text }],
    rows,
    appraisers: [one, two].map((accountId = '', i) => ({ accountId, name: `鉴定人${i + 1}` })),
    materials: [{ id: sample, no: '材料1', name: '样品', citable: true, why: '' }],
    ...more,
  }
}

const whole = [row('A', '一种接头'), row('B', '包括本体，其特征在于'), row('C', '设有卡环')]
const withC = (more: Partial<ChartRow>) => [...whole.slice(0, 2), row('C', '设有卡环', more)]
const violatedBy = (facts: ChartFacts) =>
  judge(chartRules, facts, '2026-03-02')
    .filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
    .map(({ rule }) => rule)

describe('比对表的规则', () => {
  it('lets a whole chart pass, its claim number and punctuation left over', () =>
    expect(violatedBy(chart(whole))).toEqual([]))

  it.each([
    ['words of the claim that no row takes', whole.slice(0, 2), 'chart-covers-claim'],
    ['rows that overlap', [...whole, row('D', '卡环')], 'chart-covers-claim'],
    ['a row without finding', withC({ finding: null }), 'chart-rows-complete'],
    ['a row without reasons', withC({ reasoning: '' }), 'chart-rows-complete'],
    ['a finding without evidence', withC({ evidence: [] }), 'findings-cite-evidence'],
  ])('objects to %s', (_, rows, rule) => expect(violatedBy(chart(rows))).toContain(rule))

  it('asks for all four sub-findings before it lets a difference be called slight', () => {
    const finding = 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT' as const
    const agreed = votes([one, finding], [two, finding])
    const same = { means: 'SAME', function: 'SAME', effect: 'SAME', creativeLabour: 'NOT_NEEDED' } as const
    expect(violatedBy(chart(withC({ finding, votes: agreed })))).toEqual(['sub-findings-agree'])
    expect(
      violatedBy(chart(withC({ finding, votes: agreed, subFindings: { ...same, effect: null } }))),
    ).toEqual(['sub-findings-agree'])
    expect(violatedBy(chart(withC({ finding, votes: agreed, subFindings: same })))).toEqual([])
  })

  it('relies on no material that may not be used', () => {
    const pending = [{ id: sample, no: '材料1', name: '样品', citable: false, why: '未经质证' }]
    const [found] = judge(chartRules, chart(whole, { materials: pending }), '2026-03-02').filter(
      ({ outcome }) => outcome === 'fail',
    )
    expect(found).toMatchObject({ rule: 'findings-cite-evidence', brief: 'O-11' })
    expect(found?.detail).toContain('特征A所引的材料1不能作为依据：未经质证')
  })

  it('wants a majority, and the dissent written', () => {
    const split = withC({ votes: votes([one, 'IDENTICAL'], [two, 'DIFFERENT', '有别']) })
    expect(violatedBy(chart(split))).toEqual(['finding-is-majority'])
    const team = [one, two, three].map((accountId = '') => ({ accountId, name: '某' }))
    const silent = [one, two, three].map((accountId): [string | undefined, 'IDENTICAL'] => [
      accountId,
      'IDENTICAL',
    ])
    const rows = (dissent: string) => [
      row('A', '一种接头', { votes: votes(...silent) }),
      row('B', '包括本体，其特征在于', { votes: votes(...silent) }),
      row('C', '设有卡环', { votes: votes(...silent.slice(0, 2), [three, 'DIFFERENT', dissent]) }),
    ]
    expect(violatedBy(chart(rows(''), { appraisers: team }))).toEqual(['dissent-written'])
    expect(violatedBy(chart(rows('卡环位置不同'), { appraisers: team }))).toEqual([])
  })

  it('does not count the vote of one who left the team', () => {
    expect(violatedBy(chart(whole, { appraisers: [{ accountId: three ?? '', name: '新人' }] }))).toEqual([
      'every-appraiser-voted',
    ])
  })

  it('is not asked for in a design case', () => {
    expect(violatedBy(chart([], { case: { ip_type: 'PATENT_DESIGN' } }))).toEqual([])
    expect(violatedBy(chart([]))).toEqual(['chart-made'])
  })
})

describe('填写的规则', () => {
  it('lets assistants fill rows, not findings', () => {
    const before = row('A', '一种接头', { finding: 'DIFFERENT' })
    const saves = (input: Partial<ChartRow>, duties: readonly string[]) =>
      judge(
        [findingsByAppraisers],
        { input: { ...before, ...input, rowId: before.id }, before, duties, claims: [], materials: [] },
        '2026-03-02',
      )[0]?.outcome
    expect(saves({ counterpart: '改写' }, [])).toBe('pass')
    expect(saves({ finding: 'IDENTICAL' }, [])).toBe('fail')
    expect(saves({ finding: 'IDENTICAL' }, ['member'])).toBe('pass')
  })
})

describe('复核的规则', () => {
  it.each([
    [false, false, 1],
    [true, false, 3],
    [false, true, 3],
  ])('complex %s, re-appraisal %s: %i reviewers', (complex, reappraisal, count) =>
    expect(reviewersNeeded({ complex, reappraisal, profile: 'COURT_CIVIL' }, '2026-03-02').count).toBe(count),
  )

  it('is not done by anybody who ever appraised in the case', () => {
    const verdict = (actorId: string) =>
      judge([reviewerNotAuthor], { actorId, workers: ['甲', '乙'] }, '2026-03-02')[0]
    expect(verdict('甲')).toMatchObject({ outcome: 'fail', brief: 'P-11' })
    expect(verdict('丙')).toMatchObject({ outcome: 'pass' })
  })
})
