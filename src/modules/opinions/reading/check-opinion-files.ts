import type { Files, ReadDb } from '#kernel/capabilities.ts'

/** For fsck: every file of an opinion is in the store and has the hash under which it was signed or issued. */
export async function* checkOpinionFiles(db: ReadDb, files: Files): AsyncIterable<string> {
  const opinions = await db
    .selectFrom('opinion_document')
    .select(['no', 'file_sha256', 'rendered_sha256'])
    .orderBy('no')
    .execute()
  for (const { no, file_sha256, rendered_sha256 } of opinions)
    for (const sha256 of new Set([rendered_sha256, file_sha256])) {
      if (sha256 === null) continue
      const found = await files.rehash(sha256).catch(() => undefined)
      if (found === undefined) yield `${no}的文件 ${sha256} 不在存储中或读不出`
      else if (found !== sha256) yield `${no}的文件 ${sha256} 内容已变，现在的散列是 ${found}`
    }
}
