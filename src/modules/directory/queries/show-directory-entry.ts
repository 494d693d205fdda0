import type { ReadDb } from '#kernel/capabilities.ts'
import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { AppraiserBody } from '../contract/register.ts'
import { showEntry as endpoint } from '../contract/search.ts'
import { entryAsOf } from '../register/as-of.ts'
import { type AskedDay, askedDay } from '../register/asked-day.ts'
import { historyOfEntry } from '../register/entry-history.ts'
import { search } from '../register/search.ts'

const MOST = 200

/** One institution or appraiser as the list has it, now or on a past day, and all that it ever said of it. */
export const showEntry = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input, today }) {
    const day = await askedDay(db, input, today)
    const entry = await entryAsOf(db, day, input.key)
    if (!entry)
      throw new Problem('not-found', day.past ? `${day.day} 的名录中没有这一条。` : '名录中没有这一条。')
    const { body } = entry
    const own =
      body.kind === 'appraiser' ? await entryAsOf(db, day, `institution:${body.institution}`) : undefined
    return {
      asOf: day,
      entry,
      appraisers: body.kind === 'institution' ? await appraisersOf(db, body.number, day) : [],
      institution: own?.body.kind === 'institution' ? own.body : null,
      history: await historyOfEntry(db, input.key, day.size),
    }
  },
})

async function appraisersOf(db: ReadDb, institution: string, day: AskedDay): Promise<AppraiserBody[]> {
  const wanted = {
    kind: 'appraiser',
    all: [`institution:${institution}`],
    some: [],
    listed: true,
  } as const
  const page = { after: '', limit: MOST }
  const { rows } = await search(db, wanted, { page, cap: MOST + 1, asOf: day.past ? day : undefined })
  return rows.flatMap(({ body }) => (body.kind === 'appraiser' ? [body] : []))
}
