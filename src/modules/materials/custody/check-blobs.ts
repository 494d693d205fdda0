import type { Files, ReadDb } from '#kernel/capabilities.ts'
import { rehashed } from '../reading/altered.ts'

/** For fsck: the bytes of every registered file are in the store and hash to what was registered. */
export async function* checkBlobs(db: ReadDb, files: Files): AsyncIterable<string> {
  const rows = await db.selectFrom('stored_file').select(['id', 'name', 'sha256']).execute()
  for (const { id, name, sha256 } of rows) {
    const what = `文件“${name}”（${id}）`
    const now = await rehashed(files, sha256)
    if (now === undefined) yield `${what}的内容不在文件库中`
    else if (now !== sha256) yield `${what}的内容被改动：应为 ${sha256}，现为 ${now}`
  }
}
