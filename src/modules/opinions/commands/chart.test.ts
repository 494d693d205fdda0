import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  confirmMaterial,
  recordCrossExamination,
  registerMaterial,
} from '#modules/materials/contract/materials.ts'
import { draftingCase } from '#testing/cases.ts'
import { type CaseFile, readCaseFile } from '#testing/journey/case-file.ts'
import { claimText } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { castVote, pasteRows, removeRow, saveRow, setClaim, showChart } from '../contract/chart.ts'

const folder = join(import.meta.dirname, '../../../../../shared/cases/patent')
const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []

const lead = 'jia-appraiser1'
const second = 'jia-appraiser2'
let w: World
let id: string
let materialId: string

beforeAll(async () => {
  w = await world()
  id = (await draftingCase(w)).id
  materialId = await listedMaterial(id)
})
afterAll(() => w.close())

async function listedMaterial(caseId: string): Promise<string> {
  const { body } = await (await w.as('jia-custodian')).call(registerMaterial, {
    id: caseId,
    name: '被诉产品照片',
    kind: 'PHOTO_OR_VIDEO',
    quantity: '1 份',
    condition: 'INTACT_UNSEALED',
    uniqueMark: '照片',
    preservation: '材料库',
    arrival: 'ONLINE',
    providedBy: '原告',
    receivedAt: w.clock.now().toISOString(),
  })
  const court = await w.as('court-officer')
  await court.call(confirmMaterial, { id: body.materialId })
  await court.call(recordCrossExamination, { id: body.materialId, outcome: 'EXAMINED', recordNo: '质1' })
  return body.materialId
}

const chart = async (who = lead, caseId = id) =>
  (await (await w.as(who)).call(showChart, { id: caseId })).body

const feature = '包括接头本体、锁紧套和密封圈'
const row = (label: string, words: string) => {
  const start = claimText.indexOf(words)
  return { id, rowId: randomUUID(), version: 0, label, claimNo: '1', start, end: start + words.length }
}

describe('技术特征比对表', () => {
  it('compares claims as they were filed, word for word', async () => {
    const appraiser = await w.as(lead)
    const altered = await appraiser.refusal(setClaim, { id, claims: [{ no: '1', text: '一种改写过的接头' }] })
    expect(altered.violations).toMatchObject([{ rule: 'claims-as-filed', basis: ['明鉴平台规则#H-08'] }])
    const { traceIndex } = await appraiser.call(setClaim, { id, claims: [{ no: '1', text: claimText }] })
    expect((await chart()).claims).toEqual([{ no: '1', text: claimText }])
    expect((await w.trace(id)).find(({ index }) => index === traceIndex)?.op).toBe('chart.set-claim')
  })

  it.each(['court-officer', 'yi-appraiser1', 'jia-intake', 'jia-appraiser3', 'cnipa'])(
    'does not exist for %s, who has no duty in the case',
    async (who) => expect((await (await w.as(who)).refusal(showChart, { id })).status).toBe(404),
  )

  it.each(['jia-head', 'jia-admin', 'jia-reviewer', 'jia-issuer', 'auditor'])(
    'is read, not written, by %s',
    async (who) => {
      expect((await chart(who)).id).toBe(id)
      expect((await (await w.as(who)).refusal(saveRow, row('Z', feature))).status).toBe(403)
    },
  )

  it('keeps a row with its words, its version and a trace of what it was before', async () => {
    const appraiser = await w.as(lead)
    const first = row('A', feature)
    const saved = await appraiser.call(saveRow, first)
    expect(saved.body.version).toBe(1)
    await appraiser.call(saveRow, { ...first, version: 1, counterpart: '外套与本体' })
    const [shown] = (await chart()).rows
    expect(shown).toMatchObject({
      label: 'A',
      claimText: feature,
      counterpart: '外套与本体',
      version: 2,
      savedBy: '陈鉴一',
    })
    const entry = (await w.trace(id)).at(-1)
    expect(entry).toMatchObject({ op: 'chart.save-row', fields: { before: { label: 'A', counterpart: '' } } })
  })

  it('tells who changed a row that one has read in an older version', async () => {
    const [read] = (await chart()).rows
    if (!read) throw new Error('no row')
    const before = (await w.trace(id)).length
    const stale = await (await w.as(second)).refusal(saveRow, {
      ...row('A', feature),
      rowId: read.id,
      version: 1,
    })
    expect(stale).toMatchObject({ status: 409, type: '/problems/stale-version' })
    expect(stale.detail).toContain('特征A已由陈鉴一在2026-03-02')
    expect((await w.trace(id)).slice(before)).toEqual([]) // who is late attempted nothing forbidden
    expect((await chart()).rows[0]?.version).toBe(2)
  })

  it.each([
    ['a span outside the claim', { start: 0, end: 100_000 }, 'span-in-claim'],
    [
      'evidence that is not listed',
      { evidence: [{ materialId: randomUUID(), locator: '第1页' }] },
      'evidence-listed',
    ],
  ])('refuses %s', async (_, wrong, rule) => {
    const refused = await (await w.as(lead)).refusal(saveRow, { ...row('Q', '锁紧套套设'), ...wrong })
    expect(refused.violations.map((each) => each.rule)).toEqual([rule])
  })

  it('lets one of two who save at once win, and tells the other', async () => {
    const [read] = (await chart()).rows
    if (!read) throw new Error('no row')
    const { version } = read
    const saves = [lead, second].map(async (who) => {
      const saved = { ...row('A', feature), rowId: read.id, version, counterpart: `外套与本体（${who}）` }
      return (await w.as(who)).call(saveRow, saved)
    })
    const settled = await Promise.allSettled(saves)
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await chart()).rows[0]?.version).toBe(version + 1)
  })

  it('keeps rare characters and refuses those that no document can print', async () => {
    const [read] = (await chart()).rows
    if (!read) throw new Error('no row')
    const saved = { ...row('A', feature), rowId: read.id, version: read.version }
    const refused = await (await w.as(lead)).refusal(saveRow, { ...saved, counterpart: '𠮷字接头' })
    expect(refused.issues).toMatchObject([{ path: 'counterpart', detail: expect.stringContaining('𠮷') }])
    await (await w.as(lead)).call(saveRow, { ...saved, counterpart: '䶮字𬭚接头' })
    expect((await chart()).rows[0]?.counterpart).toBe('䶮字𬭚接头')
  })

  it('counts a vote for the row as it was voted on, and asks for the reasons of dissent', async () => {
    const [read] = (await chart()).rows
    if (!read) throw new Error('no row')
    const appraiser = await w.as(lead)
    const vote = { id, rowId: read.id, version: read.version, finding: 'DIFFERENT' as const }
    expect((await appraiser.refusal(castVote, vote)).violations[0]?.rule).toBe('finding-before-vote')
    const judged = {
      ...row('A', feature),
      rowId: read.id,
      counterpart: '外套与本体',
      finding: 'IDENTICAL' as const,
    }
    const { version } = (await appraiser.call(saveRow, { ...judged, version: read.version })).body
    await appraiser.call(castVote, { ...vote, version, finding: 'IDENTICAL' })
    const other = await w.as(second)
    expect((await other.refusal(castVote, { ...vote, version })).violations[0]?.rule).toBe(
      'dissent-has-reasons',
    )
    await other.call(castVote, { ...vote, version, dissent: '卡簧外侧没有锥面。' })
    const votes = async () =>
      (await chart()).rows[0]?.votes.map(({ name, finding, current }) => [name, finding, current])
    expect(await votes()).toEqual([
      ['陈鉴一', 'IDENTICAL', true],
      ['吴䶮二', 'DIFFERENT', true],
    ])
    const reworded = (await appraiser.call(saveRow, { ...judged, version, reasoning: '依照片' })).body.version
    expect((await votes())?.every(([, , current]) => current)).toBe(true)
    await appraiser.call(saveRow, { ...judged, version: reworded, finding: 'DIFFERENT' })
    expect((await votes())?.some(([, , current]) => current)).toBe(false)
    const third = await (await w.as('jia-appraiser3')).refusal(castVote, vote)
    expect(third.status).toBe(404)
  })

  it('takes pasted rows all together or not at all, with a reason per row', async () => {
    const appraiser = await w.as(lead)
    const table = [
      '编号\t权利要求特征\t被诉对应特征\t比对结果\t理由\t证据',
      '"B"\t"所述接头本体设有容纳管端的轴向通孔，其特征在于"\t同\t相同\t依照片\t材料1 第2页',
      'A\t所述锁紧套套设于所述接头本体的外周并可沿轴向滑动\t外套可滑动\t相同\t依照片\t材料1 第2页',
      'D\t并不存在的文字\t无\t缺少\t\t材料9 第1页',
    ]
    const refused = await appraiser.refusal(pasteRows, { id, table: table.join('\n') })
    expect(refused.type).toBe('/problems/malformed')
    expect(refused.issues.map(({ path }) => path)).toEqual(['rows.4', 'rows.4', 'rows.3'])
    expect((await chart()).rows).toHaveLength(1)
    await appraiser.call(pasteRows, { id, table: table.slice(0, 2).join('\n') })
    expect((await chart()).rows.map(({ label, evidence }) => [label, evidence])).toEqual([
      ['A', []],
      ['B', [{ materialId, locator: '第2页' }]],
    ])
  })

  it('lets a row go and keeps in the trace what it said', async () => {
    const taken = (await chart()).rows.find(({ label }) => label === 'B')
    if (!taken) throw new Error('no row B')
    await (await w.as(second)).call(removeRow, { id, rowId: taken.id, version: taken.version })
    expect((await chart()).rows.map(({ label }) => label)).toEqual(['A'])
    expect((await w.trace(id)).at(-1)).toMatchObject({
      op: 'chart.remove-row',
      fields: { before: { label: 'B' } },
    })
  })

  it('leaves log and tables in agreement', async () => expect(await w.fsck()).toEqual([]))
})

describe.skipIf(files.length === 0)('比对表：真实案件（没有 ../shared 时跳过：data not here）', () => {
  it.each(files)('%s gives a chart that covers its claim and lacks only what people add', async (path) => {
    const file = await readCaseFile(path)
    const { id: caseId } = await draftingCase(w, formOf(file))
    const cited = await listedMaterial(caseId)
    const appraiser = await w.as(lead)
    const claims = [{ no: '1', text: file.right.claimText }]
    await appraiser.call(setClaim, { id: caseId, claims })
    await appraiser.call(pasteRows, { id: caseId, table: tableOf(file) })
    const filled = await chart(lead, caseId)
    expect(filled.rows.map(({ label }) => label)).toEqual(file.features.map((each) => each.id))
    expect(filled.rows.every((each) => claims[0]?.text.slice(each.start, each.end) === each.claimText)).toBe(
      true,
    )
    expect(filled.rows.every(({ evidence }) => evidence[0]?.materialId === cited)).toBe(true)
    expect(filled.gaps.map(({ rule }) => rule)).toEqual(['every-appraiser-voted'])
    for (const who of [lead, second]) {
      const voter = await w.as(who)
      for (const { id: rowId, version, finding } of filled.rows)
        if (finding) await voter.call(castVote, { id: caseId, rowId, version, finding })
    }
    expect((await chart(lead, caseId)).gaps).toEqual([])
  })
})

function formOf(file: CaseFile) {
  return {
    title: `比对：${file.right.title}`,
    ipType: file.ipType,
    right: {
      number: file.right.number,
      title: file.right.title,
      holder: file.right.holder,
      legalStatusDate: '2026-02-20',
      claimText: file.right.claimText,
      assertedClaims: '权利要求1',
    },
    accused: { name: file.id, description: file.accused },
  }
}

function tableOf(file: CaseFile): string {
  const lines = file.features.map((each) => {
    const counterpart = each.unread ? '' : each.accusedCounterpart || '无对应结构'
    const cells = [
      each.id,
      each.claimText,
      counterpart,
      each.finding,
      each.basis || '依材料比对',
      '材料1 第1页',
    ]
    return cells.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join('\t')
  })
  return ['编号\t权利要求特征\t被诉对应特征\t比对结果\t理由\t证据', ...lines].join('\r\n')
}
