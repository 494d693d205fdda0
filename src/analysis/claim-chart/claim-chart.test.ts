import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featureFinding } from '#law/terms/finding.ts'
import { asksForLaw, lintAnswer } from '#law/wording/lint.ts'
import { checkRows } from './check-rows.ts'
import { type ChartRow, findings, findingWords } from './contract.ts'
import { checkCover, placeFeatures, uncovered } from './cover-claim.ts'
import { draftAnswer } from './draft-answer.ts'
import { parseTsv, readPaste } from './paste.ts'
import { proposeFeatures } from './split-claim.ts'
import { statistics, subFindingSentence, summarySentence } from './summary.ts'
import { countVotes } from './votes.ts'

const claim =
  '1. 一种连接器，包括壳体（10）和搭扣，其特征在于：所述搭扣活动安装在壳体（10，图2）上；其中，所述搭扣的厚度为0.3 mm～3 mm，数量至少1,000个。'

function row(id: string, finding: ChartRow['finding'], more: Partial<ChartRow> = {}): ChartRow {
  const counterpart = finding === 'ABSENT' ? '' : `${id}的对应结构`
  return {
    id,
    claimText: `特征文字${id}`,
    counterpart,
    finding,
    reasons: '实物可见',
    evidence: ['材料1，图3'],
    votes: [],
    ...more,
  }
}

it('uses the finding codes and words of the law vocabulary', () => {
  expect(findings).toEqual(featureFinding.codes)
  expect(findingWords).toEqual(featureFinding.labels)
})

describe('特征划分', () => {
  it('cuts at separators outside brackets and numbers, and keeps lead-ins with what they lead to', () => {
    expect(proposeFeatures(claim).map(({ start, end }) => claim.slice(start, end))).toEqual([
      '一种连接器',
      '包括壳体（10）和搭扣，其特征在于',
      '所述搭扣活动安装在壳体（10，图2）上',
      '其中，所述搭扣的厚度为0.3 mm～3 mm',
      '数量至少1,000个',
    ])
    expect(proposeFeatures('')).toEqual([])
  })

  it('always proposes disjoint spans in order that cover the claim', () => {
    const text = fc
      .array(
        fc.constantFrom('甲', '乙部件', '，', '；', '（', '）', '其特征在于', '：', '其中', '。', ' ', '1,2'),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (any) => {
        const spans = proposeFeatures(any)
        for (const [index, span] of spans.entries()) {
          expect(span.start).toBeLessThan(span.end)
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
        }
        expect(uncovered(any, spans)).toEqual([])
      }),
    )
  })
})

describe('覆盖检查', () => {
  const features = proposeFeatures(claim).map((span, index) => ({
    id: `F${index + 1}`,
    claimText: claim.slice(span.start, span.end),
  }))

  it('passes the proposal itself', () =>
    expect(checkCover(claim, placeFeatures(claim, features))).toEqual([]))

  it('reports what is left out, overlaps and is not in the claim', () => {
    const changed = [
      { id: 'A', claimText: '一种连接器，包括壳体（10）' },
      { id: 'B', claimText: '壳体（10）和搭扣，其特征在于' },
      { id: 'C', claimText: '搭扣为金属' },
      ...features.slice(3),
    ]
    expect(checkCover(claim, placeFeatures(claim, changed))).toMatchObject([
      { row: 'C', kind: 'not-in-claim' },
      { row: 'B', kind: 'overlap', says: expect.stringContaining('特征A') },
      { row: null, kind: 'uncovered', says: expect.stringContaining('所述搭扣活动安装') },
    ])
  })

  it('gives repeated wording its own place each time', () => {
    const placed = placeFeatures('甲连接乙，甲连接乙', [
      { id: '1', claimText: '甲连接乙' },
      { id: '2', claimText: '甲连接乙' },
    ])
    expect(placed.map((each) => each.span)).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ])
  })
})

describe('从表格粘贴', () => {
  it('reads quoted cells with line breaks, tabs and quotes', () => {
    expect(parseTsv('a\t"b\n""c""\td"\te\r\nf\t"open\tg\n')).toEqual([
      { line: 1, cells: ['a', 'b\n"c"\td', 'e'] },
      { line: 3, cells: ['f', '"open', 'g'] },
    ])
  })

  it('takes columns by their headings in any order and reports each bad row', () => {
    const paste = readPaste(
      '证据\t比对结果\t权利要求技术特征\t被诉产品对应特征\t特征编号\t理由\t手段\t功能\t效果\t是否需要创造性劳动\n' +
        '材料1，图2；材料3，第4页\t相同\t一种连接器\t连接器\tA\t可见\t\t\t\t\n' +
        '材料1\t等同\t搭扣\t卡扣\tB\t替换\t基本相同\t相同\t相同\t无需\n' +
        '材料1\t等同\t弹簧\t弹片\tC\t替换\t\t\t\t\n' +
        '材料1\t差不多\t壳体\t外壳\tD\t\t\t\t\t\n' +
        '材料1\t缺少\t\t\tE\t\t\t\t\t\n',
    )
    expect(paste.rows).toMatchObject([
      {
        line: 2,
        id: 'A',
        claimText: '一种连接器',
        counterpart: '连接器',
        finding: 'IDENTICAL',
        evidence: ['材料1，图2', '材料3，第4页'],
      },
      {
        line: 3,
        id: 'B',
        finding: 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT',
        subFindings: { means: 'SAME', creativeLabour: 'NOT_NEEDED' },
      },
    ])
    expect(paste.errors).toEqual([
      { line: 4, says: expect.stringContaining('分别填写手段') },
      { line: 5, says: expect.stringContaining('“差不多”不能识别') },
      { line: 6, says: expect.stringContaining('缺少权利要求特征') },
    ])
  })

  it('takes the usual order where there is no heading', () => {
    expect(readPaste('A\t壳体\t外壳\t不同\t材料不同\t材料1').rows).toMatchObject([
      { line: 1, id: 'A', claimText: '壳体', counterpart: '外壳', finding: 'DIFFERENT', reasons: '材料不同' },
    ])
  })

  it('never throws and loses no cell, whatever is pasted', () => {
    const text = fc
      .array(fc.constantFrom('"', '\t', '\n', '\r\n', '甲', '""', ' '))
      .map((parts) => parts.join(''))
    fc.assert(fc.property(text, (any) => void readPaste(any)))
    const cell = fc.array(fc.constantFrom('"', '\t', '\n', '甲', 'x')).map((parts) => parts.join(''))
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(table, (rows) => {
        const copied = rows
          .map((cells) =>
            cells.map((c) => (/["\t\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join('\t'),
          )
          .join('\n')
        expect(parseTsv(copied).map((read) => read.cells)).toEqual(rows)
      }),
    )
  })
})

describe('行内检查与表决', () => {
  const allSame = { means: 'SAME', function: 'SAME', effect: 'SAME', creativeLabour: 'NOT_NEEDED' } as const

  it.each([
    [row('A', 'IDENTICAL', { counterpart: '' }), 'counterpart'],
    [row('A', 'IDENTICAL', { subFindings: allSame }), 'sub-findings'],
    [row('A', 'DIFFERENT', { subFindings: allSame }), 'sub-findings'],
    [row('A', 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT'), 'sub-findings'],
    [
      row('A', 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT', { subFindings: { ...allSame, effect: 'DIFFERENT' } }),
      'sub-findings',
    ],
    [row('A', 'DIFFERENT', { reasons: ' ' }), 'reasons'],
    [row('A', 'DIFFERENT', { evidence: [] }), 'evidence'],
  ])('finds the fault of a row', (faulty, kind) => {
    expect(checkRows([faulty], []).map((problem) => problem.kind)).toEqual([kind])
  })

  it('asks for every appraiser’s vote and for different ids', () => {
    const voted = row('A', 'IDENTICAL', { votes: [{ appraiser: '甲', finding: 'IDENTICAL' }] })
    expect(checkRows([voted, { ...voted }], ['甲', '乙'])).toMatchObject([
      { kind: 'duplicate-id' },
      { kind: 'votes', says: '特征A：乙尚未表决' },
      { kind: 'votes' },
    ])
  })

  it('takes the finding of more than half and keeps the dissent', () => {
    const vote = (appraiser: string, finding: ChartRow['finding']) => ({ appraiser, finding })
    expect(countVotes([vote('甲', 'DIFFERENT'), vote('乙', 'IDENTICAL'), vote('丙', 'DIFFERENT')])).toEqual({
      finding: 'DIFFERENT',
      unanimous: false,
      dissent: [vote('乙', 'IDENTICAL')],
    })
    expect(countVotes([vote('甲', 'DIFFERENT'), vote('乙', 'IDENTICAL')])).toMatchObject({
      finding: null,
      unanimous: false,
    })
    expect(
      countVotes([vote('甲', 'ABSENT'), vote('乙', 'DIFFERENT'), vote('甲', 'DIFFERENT')]),
    ).toMatchObject({ unanimous: true })
    expect(countVotes([])).toEqual({ finding: null, unanimous: false, dissent: [] })
  })
})

describe('统计与答复', () => {
  const chart = [row('A', 'IDENTICAL'), row('B', 'DIFFERENT'), row('C', 'IDENTICAL'), row('D', 'ABSENT')]

  it('counts and says it in one sentence', () => {
    expect(statistics(chart)).toMatchObject({ IDENTICAL: 2, DIFFERENT: 1, ABSENT: 1, NOT_DETERMINABLE: 0 })
    expect(summarySentence(chart)).toBe(
      '共4项技术特征：相同2项（A、C），不同1项（B），缺少对应特征1项（D）。',
    )
    expect(
      subFindingSentence({ means: 'SAME', function: 'SAME', effect: 'DIFFERENT', creativeLabour: 'NEEDED' }),
    ).toBe('手段基本相同，功能基本相同，效果不同，本领域普通技术人员需经创造性劳动才能联想到')
  })

  it.each([
    ['被诉产品的各技术特征与权利要求1的技术特征A—C分别相同还是不同？', ['A', 'B', 'C']],
    ['被诉产品与权利要求1各特征逐一比较的异同？', ['A', 'B', 'C', 'D']],
    ['不同的特征，其手段、功能、效果各有何差别？', ['B', 'D']],
    ['特征B和D的对应结构如何？', ['B', 'D']],
    ['被诉产品的技术特征是否已在申请日前的技术资料中公开？', []],
    ['面料的磁导率实测值为多少？', []],
  ])('%s rests on %j', (question, basis) => {
    const answer = draftAnswer(question, chart)
    expect(answer.basis).toEqual(basis)
    if (basis.length === 0) expect(answer.text).toMatch(/^无法确定：/)
    expect(lintAnswer(answer.text)).toEqual([])
  })

  it('spells out the features that a question is about, with the reason where nothing could be found', () => {
    const part = [
      row('C', 'IDENTICAL', { claimText: '一安全搭扣', counterpart: '搭扣' }),
      row('D', 'NOT_DETERMINABLE', { claimText: '搭扣的厚度', reasons: '样品已损坏' }),
      row('E', 'DIFFERENT', { claimText: '壳体' }),
    ]
    expect(draftAnswer('特征C、D的情况如何', part)).toEqual({
      text: '与本问题有关的特征共2项技术特征：相同1项（C），无法确定1项（D）。特征C“一安全搭扣”：相同，被诉物为“搭扣”。特征D“搭扣的厚度”：无法确定，理由：样品已损坏。',
      basis: ['C', 'D'],
    })
  })
})

const folder = new URL('../../../../shared/cases/patent/', import.meta.url)
const here = existsSync(folder)

describe.skipIf(!here)('真实案例（skipped: data not here）', () => {
  const files = here
    ? readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    : []

  it.each(files.map((file) => [file.id, file]))(
    '%s: features are in the claim, and every question gets an answer',
    (_, file) => {
      const placed = placeFeatures(file.officialText, file.features)
      expect(checkCover(file.officialText, placed)).toEqual([])
      const rows = file.features.map(
        (feature: Record<string, string>): ChartRow =>
          row(
            feature.id ?? '',
            feature.finding === 'EQUIVALENT_SUBFINDINGS'
              ? 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT'
              : (findings.find((each) => each === feature.finding) ?? 'NOT_DETERMINABLE'),
            { claimText: feature.claimText ?? '' },
          ),
      )
      for (const question of file.questions) {
        const answer = draftAnswer(question, rows)
        expect(answer.text.length).toBeGreaterThan(5)
        expect(asksForLaw(answer.text)).toBe(false)
      }
    },
  )
})
