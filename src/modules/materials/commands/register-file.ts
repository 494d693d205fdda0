import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { registerFile as endpoint } from '../contract/files.ts'
import { matterOf } from '../reading/matter.ts'
import { storedBytesAsAnnounced } from '../rules/files.ts'

const senders = '您的角色不办理案件材料，不能上传文件'

/** Makes a finished upload a file of the platform: from here on its hash is committed in the log. The upload server ran first. */
export const registerFileCommand = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await tx
      .selectFrom('upload')
      .selectAll()
      .where('id', '=', target.id)
      .where('account_id', '=', actor.accountId)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.discarded_at)
      throw new Problem('not-found', '没有这次上传：可能已完成清理，或者不是您发起的。')
    const { stored_sha256: storedSha256, media_type: mediaType } = row
    if (!storedSha256 || !mediaType) throw new Problem('wrong-state', '文件还没有传完，请继续上传。')
    const upload = { ...row, announcedSha256: row.announced_sha256, storedSha256, mediaType }
    return { upload }
  },
  allow: [
    { role: 'ENTRUSTING_OFFICER', denial: senders },
    { role: 'PARTY_REPRESENTATIVE', denial: senders },
    { role: 'INTAKE_CLERK', denial: senders },
    { role: 'MATERIAL_CUSTODIAN', denial: senders },
    { role: 'APPRAISER', denial: senders },
    { role: 'APPRAISAL_ASSISTANT', denial: senders },
    { role: 'REVIEWER', denial: senders },
    { role: 'AUTHORIZED_ISSUER', denial: senders },
    { role: 'ARCHIVIST', denial: senders },
    { role: 'INSTITUTION_ADMIN', denial: senders },
    { role: 'INSTITUTION_HEAD', denial: senders },
  ],
  rules: [storedBytesAsAnnounced],
  async consider({ tx, facts: { upload }, actor }) {
    const registered = await tx
      .selectFrom('stored_file')
      .select('id')
      .where('id', '=', upload.id)
      .executeTakeFirst()
    if (registered) throw new Problem('wrong-state', '这个文件已经登记过了，可以直接使用。')
    // A matter that is not there yet is a draft; one that is there must be the sender's to see.
    const begun = upload.matter
      ? await tx.selectFrom('commission').select('id').where('id', '=', upload.matter).executeTakeFirst()
      : undefined
    if (begun && upload.matter && !(await matterOf(tx, upload.matter, actor)))
      throw new Problem('not-found', '没有这件委托，或者您无权为它上传文件。')
    return {}
  },
  subject: ({ facts: { upload } }) => ({ type: 'file', id: upload.id, matter: upload.matter }),
  async run({ tx, facts: { upload }, files, now }) {
    const { id, name, size, matter, storedSha256: sha256, mediaType: media_type } = upload
    if ((await files.size(sha256)) !== size) throw new Error(`blob ${sha256} is not ${size} bytes long`)
    const { organisation_id, account_id: uploaded_by } = upload
    await tx
      .insertInto('stored_file')
      .values({ id, sha256, size, name, media_type, matter, organisation_id, uploaded_by, received_at: now })
      .execute()
    return { fileId: id, name, sha256, size, receivedAt: now.toISOString() }
  },
  record: ({ output: { sha256, size } }) => ({ sha256, size }),
})
