import { sql } from 'kysely'
import type { Files, ReadDb } from '#kernel/capabilities.ts'
import { rehashed } from '../reading/altered.ts'

/** Every stored file against the disk and the log: its bytes hash to its name, and that hash is what the log committed. */
export async function* checkBlobs(db: ReadDb, files: Files): AsyncIterable<string> {
  const rows = await db
    .selectFrom('stored_file')
    .select(['stored_file.id', 'name', 'sha256', 'size'])
    .select((eb) =>
      eb
        .selectFrom('log_payload')
        .innerJoin('log_entry', 'log_entry.index', 'log_payload.index')
        .select(
          sql<string>`jsonb_build_array(log_payload.fields->'sha256', log_payload.fields->'size')::text`.as(
            'entry',
          ),
        )
        .where(sql`log_payload.fields->'subject'->>'type'`, '=', 'file')
        .where(sql`log_payload.fields->'subject'->>'id'`, '=', sql`stored_file.id::text`)
        .where('log_entry.op', '=', 'file.register')
        .limit(1)
        .as('entry'),
    )
    .execute()
  const hashes = new Map<string, string | undefined>()
  for (const { id, name, sha256, size, entry } of rows) {
    const what = `文件“${name}”（${id}）`
    if (!entry) yield `${what}没有登记它的日志条目`
    else if (entry !== JSON.stringify([sha256, size]).replace(',', ', '))
      yield `${what}的哈希或大小与日志条目不符`
    if (!hashes.has(sha256)) hashes.set(sha256, await rehashed(files, sha256))
    const now = hashes.get(sha256)
    if (now === undefined) yield `${what}的内容不在文件库中`
    else if (now !== sha256) yield `${what}的内容被改动：应为 ${sha256}，现为 ${now}`
  }
}
