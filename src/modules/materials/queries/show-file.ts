import { query } from '#kernel/command.ts'
import { showFile as endpoint } from '../contract/files.ts'
import { shownFile, shownFiles, visibleFile } from '../reading/files.ts'

/** What is registered of a file, its bytes unread: the receipt, to be seen again at any time. */
export const showFileQuery = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor }) {
    await visibleFile(db, input.id, actor)
    return shownFile(await shownFiles(db).where('stored_file.id', '=', input.id).executeTakeFirstOrThrow())
  },
})
