import { command } from '#kernel/command.ts'
import { checkIdentity as endpoint } from '../contract/materials.ts'
import { attachableFiles } from '../reading/attachable.ts'
import { lockMaterial } from '../reading/materials.ts'
import { settledOnceIssued } from '../rules/custody.ts'
import { filesFound } from '../rules/receipt.ts'
import { performingAppraiser } from '../rules/who.ts'

/** T-07: the thing on the table is, or is not, the thing of the list. */
export const checkIdentityCommand = command({
  endpoint,
  load: ({ tx, target, actor }) => lockMaterial(tx, target.id, actor),
  allow: performingAppraiser,
  rules: [settledOnceIssued],
  async consider({ tx, facts: { matter }, input }) {
    const photo = input.photoFileId === null ? [] : [input.photoFileId]
    const found = await attachableFiles(tx, photo, matter)
    return { missingFiles: photo.filter((id) => !found.includes(id)) }
  },
  formRules: [filesFound],
  subject: ({ facts: { material, matter } }) => ({ type: 'material', id: material.id, matter: matter.id }),
  async run({ tx, facts: { material }, input, actor, now }) {
    await tx
      .updateTable('case_material')
      .set({
        identity_matches: input.matches,
        identity_checked_by: actor.accountId,
        identity_checked_at: now,
        identity_reason: input.reason,
        identity_photo: input.photoFileId,
      })
      .where('id', '=', material.id)
      .executeTakeFirstOrThrow()
    return { matches: input.matches }
  },
})
