import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { listFiles as endpoint } from '../contract/files.ts'
import { shownFile, shownFiles } from '../reading/files.ts'
import { matterOf } from '../reading/matter.ts'

/** Files that the two sides sent for a commission, with the material each was registered under. */
export const listFilesQuery = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor }) {
    const matter = await matterOf(db, input.matter, actor)
    if (!matter) throw new Problem('not-found', '没有这件委托，或者您无权查看。')
    const rows = await shownFiles(db)
      .select((eb) =>
        eb
          .selectFrom('material_file')
          .select('material_file.material_id')
          .whereRef('material_file.file_id', '=', 'stored_file.id')
          .limit(1)
          .as('materialId'),
      )
      .where('stored_file.matter', '=', input.matter)
      .where('stored_file.organisation_id', 'in', [matter.institutionId, matter.entrustingOrganisationId])
      .orderBy('stored_file.received_at')
      .execute()
    return { items: rows.map(({ materialId, ...row }) => ({ ...shownFile(row), materialId })) }
  },
})
