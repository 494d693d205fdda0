import type { Files, ReadDb } from '#kernel/capabilities.ts'
import { issue as names } from '#verify/check-log.ts'

/**
 * For fsck: every stored file of an opinion has the hash under which it was signed or issued, the log and the table say the
 * same of what was issued, and the numbers of an institution and year have no gap.
 */
export async function* checkOpinionFiles(db: ReadDb, files: Files): AsyncIterable<string> {
  const opinions = await db
    .selectFrom('opinion_document')
    .select(['id', 'no', 'state', 'file_sha256', 'rendered_sha256', 'institution_id', 'year', 'serial'])
    .orderBy('institution_id')
    .orderBy('year')
    .orderBy('serial')
    .execute()
  const logged = await issuedFiles(db)
  for (const [i, opinion] of opinions.entries()) {
    for (const sha256 of new Set([opinion.rendered_sha256, opinion.file_sha256])) {
      if (sha256 === null) continue
      const found = await files.rehash(sha256).catch(() => undefined)
      if (found === undefined) yield `${opinion.no}的文件 ${sha256} 不在存储中或读不出`
      else if (found !== sha256) yield `${opinion.no}的文件 ${sha256} 内容已变，现在的散列是 ${found}`
    }
    const registered = logged.get(opinion.id)
    const issued = opinion.state === 'ISSUED' ? (opinion.file_sha256 ?? '') : undefined
    if (registered !== issued)
      yield `${opinion.no}签发的文件应为 ${issued ?? '无'}，日志登记的是 ${registered ?? '无'}`
    const before = opinions[i - 1]
    const follows =
      before?.institution_id === opinion.institution_id && before.year === opinion.year ? before.serial : 0
    if (opinion.serial !== follows + 1)
      yield `${opinion.no}之前缺少编号：序号 ${follows} 之后是 ${opinion.serial}`
  }
}

async function issuedFiles(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('log_entry')
    .innerJoin('log_payload', 'log_payload.index', 'log_entry.index')
    .select('fields')
    .where('op', '=', names.op)
    .execute()
  return new Map(
    rows.flatMap(({ fields }): [string, string][] => {
      const { subject, [names.field]: file } = fields
      const id = typeof subject === 'object' && subject !== null && 'id' in subject ? subject.id : undefined
      return typeof id === 'string' && typeof file === 'string' ? [[id, file]] : []
    }),
  )
}
