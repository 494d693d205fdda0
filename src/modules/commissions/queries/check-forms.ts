import type { ReadDb } from '#kernel/capabilities.ts'
import { quoted } from '#kernel/text.ts'
import { formHash } from '../commands/submit-commission.ts'

/** For fsck: each form is the one whose hash was last put on record, in the table's column and in the log. */
export async function* checkForms(db: ReadDb): AsyncIterable<string> {
  const logged = await recordedHashes(db)
  const rows = await db
    .selectFrom('commission')
    .select(['id', 'title', 'form', 'form_sha256'])
    .orderBy('id')
    .execute()
  for (const { id, title, form, form_sha256 } of rows) {
    const actual = formHash(form)
    if (actual !== form_sha256 || actual !== logged.get(id))
      yield `委托${quoted(title)}（${id}）的内容与登记的哈希不符：内容 ${actual}，表中 ${form_sha256}，日志 ${logged.get(id) ?? '无'}`
  }
}

/** The newest recorded hash of each commission's form. */
async function recordedHashes(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('log_entry')
    .innerJoin('log_payload', 'log_payload.index', 'log_entry.index')
    .select('fields')
    .where('op', 'in', ['commission.submit', 'commission.answer-supplement'])
    .orderBy('log_entry.index')
    .execute()
  return new Map(
    rows.flatMap(({ fields: { subject, formSha256 } }): [string, string][] => {
      const id = typeof subject === 'object' && subject !== null && 'id' in subject ? subject.id : undefined
      return typeof id === 'string' && typeof formSha256 === 'string' ? [[id, formSha256]] : []
    }),
  )
}
