import { randomUUID } from 'node:crypto'
import type { FeatureFinding } from '#law/terms/finding.ts'
import { castVote, saveRow, setClaim, showChart } from '#modules/opinions/contract/chart.ts'
import type { CaseFeature } from './case-file.ts'
import { type Matter, type Stage, staff } from './stage.ts'

const findings: Readonly<Record<CaseFeature['finding'], FeatureFinding>> = {
  IDENTICAL: 'IDENTICAL',
  EQUIVALENT_SUBFINDINGS: 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT',
  DIFFERENT: 'DIFFERENT',
  ABSENT: 'ABSENT',
  NOT_DETERMINABLE: 'NOT_DETERMINABLE',
}

/** 8: the claim chart, row by row, with a vote of each appraiser. */
export async function fillChart(stage: Stage, matter: Matter): Promise<void> {
  const { id, file } = matter
  const lead = await stage.as(staff(matter, 'appraiser1'))
  const claims = await lead.call(setClaim, { id, claims: [{ no: '1', text: file.right.claimText }] })
  stage.say('确定比对的权利要求', claims.traceIndex)
  for (const feature of file.features) {
    const rowId = randomUUID()
    const saved = await lead.call(saveRow, { id, rowId, version: 0, ...rowOf(feature, matter) })
    stage.say(`比对表第 ${feature.id} 行`, saved.traceIndex)
  }
  const { body: chart } = await lead.call(showChart, { id })
  matter.rows = chart.rows.map(({ id: rowId, label, version }) => ({ rowId, label, version }))
  for (const who of ['appraiser1', 'appraiser2']) {
    const appraiser = await stage.as(staff(matter, who))
    for (const row of chart.rows) {
      if (!row.finding) continue
      const { id: rowId, version, finding } = row
      const vote = await appraiser.call(castVote, { id, rowId, version, finding })
      stage.say(`表决第 ${row.label} 行`, vote.traceIndex)
    }
  }
}

function rowOf(feature: CaseFeature, matter: Matter) {
  const finding = feature.unread ? 'NOT_DETERMINABLE' : findings[feature.finding]
  const reason = feature.unread ? `未能读到该特征的比对结果。${feature.basis ?? ''}` : feature.basis
  return {
    label: feature.id,
    claimNo: '1',
    start: feature.start,
    end: feature.end,
    counterpart: finding === 'ABSENT' ? '' : (feature.accusedCounterpart ?? ''),
    finding,
    subFindings:
      finding === 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT'
        ? ({ means: 'SAME', function: 'SAME', effect: 'SAME', creativeLabour: 'NOT_NEEDED' } as const)
        : null,
    difference:
      finding === 'DIFFERENT' || finding === 'ABSENT'
        ? (feature.accusedCounterpart ?? '') || '没有对应特征'
        : '',
    reasoning: reason || '依据委托材料的记载。',
    evidence: [{ materialId: matter.materialId, locator: '第 1 页' }],
  }
}
