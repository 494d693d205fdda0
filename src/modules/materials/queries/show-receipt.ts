import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showReceipt as endpoint } from '../contract/materials.ts'
import { materialsNow, shownEvent, shownMaterial } from '../reading/case-materials.ts'
import { shownFiles } from '../reading/files.ts'
import { matterOf } from '../reading/matter.ts'

/** One hand-over as the note of it says (T-01): what, in which condition, from whom to whom, when and where. */
export const showReceiptQuery = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor }) {
    const missing = new Problem('not-found', '没有这次交接，或者您无权查看。')
    const [row] = await materialsNow(db, { id: input.id })
    const matter = row && (await matterOf(db, row.case_id, actor))
    const event = await db
      .selectFrom('custody_event')
      .selectAll()
      .where('material_id', '=', input.id)
      .where('seq', '=', input.seq)
      .executeTakeFirst()
    if (!row || !matter?.opened || !event) throw missing
    const names = await db
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('id', 'in', [matter.institutionId, matter.entrustingOrganisationId])
      .execute()
    const nameOf = (id: string) => names.find((each) => each.id === id)?.name ?? ''
    const files = await shownFiles(db)
      .innerJoin('material_file', 'material_file.file_id', 'stored_file.id')
      .where('material_file.material_id', '=', input.id)
      .execute()
    return {
      institution: nameOf(matter.institutionId),
      client: nameOf(matter.entrustingOrganisationId),
      code: matter.opened.code,
      caseTitle: matter.opened.title,
      material: shownMaterial(row),
      event: shownEvent(event),
      files: files.map(({ name, sha256, size }) => ({ name, sha256, size })),
    }
  },
})
