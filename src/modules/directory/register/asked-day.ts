import type { ReadDb } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import { type AsOf, sizeOn } from './as-of.ts'

export interface AskedDay extends AsOf {
  readonly past: boolean
}

interface Question {
  readonly on?: string | undefined
  readonly question: AsOf['question']
}

/**
 * The day and log size from which a question is answered: `said` reads what was recorded by the end of that day, `true` all
 * that is recorded by now. Without a day it is today, with all that is recorded, also where the clock was set back since.
 */
export async function askedDay(db: ReadDb, { on, question }: Question, today: string): Promise<AskedDay> {
  const day = on ?? today
  if (day > today)
    throw new Problem('malformed', '还没有到这一天。', {
      issues: [{ path: 'on', detail: `截至日期最晚为今天（${today}）` }],
    })
  const past = on !== undefined
  return {
    day,
    size: past && question === 'said' ? await sizeOn(db, day) : await sizeNow(db),
    question,
    past,
  }
}

async function sizeNow(db: ReadDb): Promise<number> {
  const last = await db
    .selectFrom('directory_entry')
    .select('log_index')
    .orderBy('log_index', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? last.log_index + 1 : 0
}
