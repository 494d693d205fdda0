import { beijingTime } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import { crossExamination, custodyEventKind, materialCondition, materialKind } from '#law/terms/material.ts'
import { materialsNow } from '../reading/case-materials.ts'
import { filesOf } from '../reading/materials.ts'

/** Sentences about breaks in the chains of a case: a giver who did not hold it, a missing number, a time that runs back. */
export async function custodyGaps(db: ReadDb, caseId: string): Promise<string[]> {
  const rows = await chainOf(db, caseId)
  return rows.flatMap((row, i) => {
    const before = rows[i - 1]
    const name = `M${row.no} ${row.name}`
    const first = before?.material_id !== row.material_id
    if (first) return row.seq === 1 && row.kind === 'RECEIVED' ? [] : [`${name}：没有接收记录`]
    if (row.seq !== before.seq + 1) return [`${name}：缺少第 ${before.seq + 1} 个流转环节`]
    if (row.from_name !== before.to_name || row.from_account !== before.to_account)
      return [`${name}：第 ${row.seq} 个环节由${row.from_name}交出，但当时持有人是${before.to_name}`]
    if (row.happened_at < before.happened_at) return [`${name}：第 ${row.seq} 个环节的时间早于上一环节`]
    return []
  })
}

function chainOf(db: ReadDb, caseId: string) {
  return db
    .selectFrom('custody_event')
    .innerJoin('case_material', 'case_material.id', 'custody_event.material_id')
    .selectAll('custody_event')
    .select(['case_material.no', 'case_material.name'])
    .where('case_material.case_id', '=', caseId)
    .orderBy('case_material.no')
    .orderBy('custody_event.seq')
    .execute()
}

/** Materials and their custody as the opinion's annexes print them; times are Beijing time and say so. */
export async function materialsForOpinion(db: ReadDb, caseId: string) {
  const materials = await materialsNow(db, { caseId })
  const files = await filesOf(
    db,
    materials.map(({ id }) => id),
  )
  const chain = await chainOf(db, caseId)
  return {
    materials: materials.map((row) => ({
      id: row.id,
      no: `M${row.no}`,
      name: row.name,
      kind: materialKind.label(row.kind),
      quantity: row.quantity,
      uniqueMark: row.unique_mark,
      providedBy: row.provided_by,
      crossExamined: crossExamination.label(row.cross_examination),
      sha256: files.filter(({ material_id }) => material_id === row.id).map(({ sha256 }) => sha256),
    })),
    custody: chain.map((row) => ({
      at: beijingTime(row.happened_at),
      material: `M${row.no} ${row.name}`,
      event: custodyEventKind.label(row.kind),
      from: row.from_name,
      to: row.to_name,
      place: row.place,
      condition: materialCondition.label(row.condition),
      reason: row.reason,
    })),
  }
}
