import { describe, expect, it } from 'vitest'
import { judge } from '#kernel/rule.ts'
import type { ChartRow } from '../contract/chart.ts'
import { draftChecks, draftRules } from './draft.ts'
import { type DraftFacts, lintFindings } from './passages.ts'

const row = (label: string, finding: ChartRow['finding'], start: number): ChartRow => ({
  id: `00000000-0000-4000-8000-00000000000${start}`,
  label,
  claimNo: '1',
  start,
  end: start + 1,
  claimText: '甲',
  kind: null,
  special: null,
  counterpart: '乙',
  finding,
  subFindings: null,
  difference: '',
  reasoning: '依图比对',
  evidence: [],
  version: 1,
  savedBy: '',
  savedAt: '2026-03-02T06:00:00Z',
  votes: [],
})

function draft(answer: string, more: Partial<DraftFacts> = {}): DraftFacts {
  const rows = [row('A', 'IDENTICAL', 0), row('B', 'DIFFERENT', 2)]
  return {
    case: { ip_type: 'PATENT_INVENTION' },
    claims: [{ no: '1', text: '甲，乙。' }],
    rows,
    appraisers: [],
    materials: [
      { id: 'm1', no: '材料1', name: '样品', citable: true, why: '' },
      { id: 'm2', no: '材料2', name: '录像', citable: false, why: '未经质证' },
    ],
    sections: (['BACKGROUND', 'METHODS', 'ANALYSIS'] as const).map((section) => ({
      section,
      about: '',
      text: '已写',
    })),
    answers: [{ no: 1, question: '有何异同？', text: answer, concerns: rows.map(({ id }) => id) }],
    ...more,
  }
}

const violatedBy = (facts: DraftFacts) =>
  judge(draftRules, facts, '2026-03-02')
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ rule, outcome }) => `${rule} ${outcome}`)

describe('意见书草稿的检查', () => {
  it('lets a plain, grounded answer pass', () => {
    expect(violatedBy(draft('特征A相同，特征B不同。'))).toEqual([])
  })

  it.each([
    ['', 'every-question-answered fail'],
    ['被诉产品侵犯专利权。', 'opinion-without-legal-judgement warn'],
    ['特征A可能相同。', 'opinion-certain warn'],
    ['特征B相同。', 'answers-agree-with-chart warn'],
    ['各技术特征均相同。', 'answers-agree-with-chart warn'],
    ['共2项技术特征：相同2项。', 'answers-agree-with-chart warn'],
    ['据材料2第3页，特征B不同。', 'based-on-listed-materials fail'],
    ['据材料9，特征B不同。', 'based-on-listed-materials fail'],
  ])('objects to “%s”', (answer, expected) => {
    expect(violatedBy(draft(answer))).toEqual([expected])
  })

  it('asks what an answer rests on, unless it says why nothing can be said', () => {
    const groundless = (text: string) =>
      draft(text, { answers: [{ no: 1, question: '问', text, concerns: [] }] })
    expect(violatedBy(groundless('管径为三米。'))).toEqual(['answers-rest-on-findings warn'])
    expect(violatedBy(groundless('据材料1第2页，管径为三米。'))).toEqual([])
    expect(violatedBy(groundless('无法确定：没有实测数据。'))).toEqual([])
  })

  it('points at the very words it objects to', () => {
    const text = '经比对，特征B相同。'
    const [found] = lintFindings(draftChecks, draft(text))
    expect(found).toMatchObject({ place: 'answer:1', brief: 'O-10', effect: 'warn' })
    expect(text.slice(found?.start, found?.end)).toBe('特征B相同')
  })
})
