import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { judge } from '#kernel/rule.ts'
import { openFile as endpoint } from '../contract/files.ts'
import { visibleFile } from '../reading/files.ts'
import { hasUndertaken } from '../reading/materials.ts'
import { undertakenBeforeAccess } from '../rules/files.ts'

/** Decides for each request of a file's bytes; every reading of sealed material leaves an entry (T-10, H-07). */
export const openFileQuery = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, today }) {
    const { file, matter, sealed } = await visibleFile(db, input.id, actor)
    const facts = {
      sealed,
      ofInstitution: matter !== undefined && actor.organisationId === matter.institutionId,
      undertaken: matter !== undefined && (await hasUndertaken(db, matter.id, actor.accountId)),
    }
    const violations = judge([undertakenBeforeAccess], facts, today).filter(
      ({ outcome }) => outcome === 'fail',
    )
    const [first] = violations
    if (first) throw new Problem('rule-violated', first.detail, { violations })
    const { id, name, sha256, size, media_type: mediaType } = file
    return { id, name, sha256, size, mediaType, matter: file.matter, sealed }
  },
  traced: ({ output: { id, matter, sealed } }) => (sealed ? { type: 'file', id, matter } : undefined),
})
