import { query } from '#kernel/command.ts'
import { listAssessments as endpoint } from '../contract/conformity.ts'
import { provinceOfActor } from '../reading/assessment.ts'
import { listedAssessments } from '../reading/listed-assessments.ts'

/** The assessments that this person may know of, the latest first. */
export const listAssessments = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, actor }) {
    const province = await provinceOfActor(db, actor)
    return { assessments: await listedAssessments(db, actor, province) }
  },
})
