import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { expireInstitution as endpoint } from '../contract/proceedings.ts'
import { institutionLife } from '../lifecycle.ts'
import { moveInstitution } from '../register/move.ts'
import { termOver } from '../rules/adjustment.ts'
import { lockInstitution } from '../store.ts'

/** The term of listing has run out; the platform says so by itself on the day after. */
export const expireInstitution = command({
  endpoint,
  load: async ({ tx, target, now }) => ({
    ...(await lockInstitution(tx, target.id)),
    today: beijingDate(now),
  }),
  allow: [{ role: 'system', denial: '有效期届满由平台自动办理' }],
  fires: { machine: institutionLife, event: 'expire', state: ({ institution }) => institution.state },
  rules: [termOver],
  subject: ({ facts }) => ({ type: 'institution', id: facts.institution.id }),
  run: (work) => moveInstitution(work, 'EXPIRED'),
})
