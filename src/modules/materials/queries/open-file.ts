import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { judge } from '#kernel/rule.ts'
import { openFile as endpoint } from '../contract/files.ts'
import { visibleFile } from '../reading/files.ts'
import { hasUndertaken } from '../reading/materials.ts'
import { sealedFile } from '../reading/sealed-file.ts'
import { undertakenBeforeAccess } from '../rules/files.ts'

/** Decides for each request of a file's bytes; readings of sealed material, and refused ones, leave an entry (T-10, H-07). */
export const openFileQuery = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, today }) {
    const { file, matter } = await visibleFile(db, input.id, actor)
    const facts = {
      sealed: (await sealedFile(db, input.id)) !== undefined,
      ofInstitution: matter !== undefined && actor.organisationId === matter.institutionId,
      undertaken: matter !== undefined && (await hasUndertaken(db, matter.id, actor.accountId)),
    }
    const violations = judge([undertakenBeforeAccess], facts, today).filter(
      ({ outcome }) => outcome === 'fail',
    )
    const [first] = violations
    if (first) throw new Problem('rule-violated', first.detail, { violations })
    const { name, sha256, size, media_type: mediaType } = file
    return { name, sha256, size, mediaType }
  },
  traced: ({ db, input }) => sealedFile(db, input.id),
})
