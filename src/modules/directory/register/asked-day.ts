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
 * that is recorded by now. Without a day it is today.
 */
export async function askedDay(db: ReadDb, { on, question }: Question, today: string): Promise<AskedDay> {
  const day = on ?? today
  if (day > today)
    throw new Problem('malformed', '还没有到这一天。', {
      issues: [{ path: 'on', detail: `截至日期最晚为今天（${today}）` }],
    })
  return { day, size: await sizeOn(db, question === 'said' ? day : today), question, past: on !== undefined }
}
