import { command } from '#kernel/command.ts'
import { verifyBytes as endpoint } from '../contract/materials.ts'
import { alteredFiles } from '../reading/altered.ts'
import { lockMaterialAlone } from '../reading/materials.ts'
import { bytesUnchanged } from '../rules/files.ts'
import { handlingStaff } from '../rules/who.ts'

/** T-09: reads the stored bytes anew. Reading happens before the log lock is taken; only this material waits for it. */
export const verifyBytesCommand = command({
  endpoint,
  load: ({ tx, target, actor }) => lockMaterialAlone(tx, target.id, actor),
  allow: handlingStaff,
  consider: async ({ facts, files }) => ({ altered: await alteredFiles(files, facts.files) }),
  formRules: [bytesUnchanged],
  subject: ({ facts: { material, matter } }) => ({ type: 'material', id: material.id, matter: matter.id }),
  async run({ tx, facts: { material, files }, now }) {
    await tx
      .updateTable('case_material')
      .set({ bytes_verified_at: now })
      .where('id', '=', material.id)
      .executeTakeFirstOrThrow()
    return {
      verifiedAt: now.toISOString(),
      files: files.map(({ id: fileId, sha256 }) => ({ fileId, sha256 })),
    }
  },
  record: ({ output }) => ({ verified: output.files }),
})
