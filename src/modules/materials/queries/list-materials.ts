import { query } from '#kernel/command.ts'
import { listMaterials as endpoint } from '../contract/materials.ts'
import { materialsNow, readinessOf, shownMaterial } from '../reading/case-materials.ts'
import { staffOf } from '../reading/materials.ts'
import { caseOf } from '../reading/matter.ts'

/** All material of a case, in order of arrival, with what still stands against starting. */
export const listMaterialsQuery = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, now }) {
    const matter = await caseOf(db, input.id, actor)
    const { code, title, profile } = matter.opened
    return {
      case: { code, title, profile, confidentiality: matter.confidentiality },
      items: (await materialsNow(db, { caseId: input.id })).map(shownMaterial),
      readiness: await readinessOf(db, input.id),
      staff: actor.organisationId === matter.institutionId ? await staffOf(db, matter.institutionId) : [],
      now: now.toISOString(),
    }
  },
})
