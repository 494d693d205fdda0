import { query } from '#kernel/command.ts'
import { trackEntryError as endpoint } from '../contract/entry-errors.ts'
import { errorRows, reported } from '../errors/reported.ts'
import { trackingHash } from '../errors/tracking-code.ts'

/** What became of a report, for whoever has its code. */
export const trackEntryError = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input }) {
    const row = await errorRows(db).where('code_sha256', '=', trackingHash(input.code)).executeTakeFirst()
    return { report: row ? reported(row) : null }
  },
})
