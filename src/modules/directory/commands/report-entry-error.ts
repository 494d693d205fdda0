import type { ReadDb } from '#kernel/capabilities.ts'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { parameterAt } from '#law/parameters.ts'
import { addWorkingDays } from '#law/working-days/count.ts'
import { reportEntryError as endpoint } from '../contract/entry-errors.ts'
import { trackingCode, trackingHash } from '../errors/tracking-code.ts'
import { entryErrorLife } from '../lifecycle.ts'

/** Anybody says what is wrong with an entry; the answer is due by a day and read by a code. */
export const reportEntryError = command({
  endpoint,
  load: async () => ({}),
  allow: [{ role: 'everyone', denial: '' }],
  fires: { machine: entryErrorLife, event: 'report', state: () => 'NEW' },
  consider: async ({ tx, input }) => ({ entry: await reportedEntry(tx, input.key) }),
  subject: ({ input, output }) => ({ type: 'entry-error', id: output?.id ?? input.key }),
  async run({ tx, input, more: { entry }, chance, now, today }) {
    const id = chance.id()
    const code = trackingCode(chance)
    const due = addWorkingDays(today, parameterAt('entry-error-answer', today).value).date
    await tx
      .insertInto('entry_error')
      .values({
        id,
        state: 'OPEN',
        key: input.key,
        ...entry,
        what: input.what,
        contact: input.contact || null,
        code_sha256: trackingHash(code),
        reported_at: now,
        due,
      })
      .execute()
    return { id, code, due }
  },
  secret: ['contact'],
  unrepeatable: '答复中的查询码只给报告人看一次',
})

/** Name of the entry and the province whose office answers: of an appraiser, that of his institution. */
async function reportedEntry(tx: ReadDb, key: string): Promise<{ name: string; province: string }> {
  const said = async (each: string) =>
    (await tx.selectFrom('directory_current').select('body').where('key', '=', each).executeTakeFirst())?.body
  const body = await said(key)
  if (!body) throw new Problem('not-found', '名录中没有这一条，请从名录中选择要报告的条目。')
  const institution = body.kind === 'appraiser' ? await said(`institution:${body.institution}`) : body
  return {
    name: body.name,
    province: institution?.kind === 'institution' ? institution.region.slice(0, 2) : '',
  }
}
