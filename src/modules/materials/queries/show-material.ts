import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showMaterial as endpoint } from '../contract/materials.ts'
import { materialsNow, shownEvent, shownMaterial } from '../reading/case-materials.ts'
import { shownFile, shownFiles } from '../reading/files.ts'
import { staffOf } from '../reading/materials.ts'
import { caseOf, matterOf } from '../reading/matter.ts'

/** One material with its chain, its files and what was confirmed of it. */
export const showMaterialQuery = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, now }) {
    const [row] = await materialsNow(db, { id: input.id })
    if (!row || !(await matterOf(db, row.case_id, actor)))
      throw new Problem('not-found', '没有这件材料，或者您无权查看。')
    const matter = await caseOf(db, row.case_id, actor)
    const files = await shownFiles(db)
      .innerJoin('material_file', 'material_file.file_id', 'stored_file.id')
      .where('material_file.material_id', '=', input.id)
      .orderBy('stored_file.received_at')
      .execute()
    const custody = await db
      .selectFrom('custody_event')
      .selectAll()
      .where('material_id', '=', input.id)
      .orderBy('seq')
      .execute()
    const confirmations = await db
      .selectFrom('material_confirmation')
      .innerJoin('account', 'account.id', 'material_confirmation.confirmed_by')
      .innerJoin('organisation', 'organisation.id', 'material_confirmation.organisation_id')
      .select(['organisation.name as organisation', 'account.name', 'material_confirmation.at'])
      .where('material_id', '=', input.id)
      .execute()
    const consents = await db
      .selectFrom('material_consent')
      .innerJoin('account', 'account.id', 'material_consent.consented_by')
      .select(['material_consent.id', 'extent', 'reserve', 'account.name as by', 'material_consent.at'])
      .where('material_id', '=', input.id)
      .orderBy('material_consent.at')
      .execute()
    return {
      ...shownMaterial(row),
      code: matter.opened.code,
      caseTitle: matter.opened.title,
      files: files.map(shownFile),
      custody: custody.map(shownEvent),
      confirmations: confirmations.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
      consents: consents.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
      staff: actor.organisationId === matter.institutionId ? await staffOf(db, matter.institutionId) : [],
      now: now.toISOString(),
    }
  },
})
