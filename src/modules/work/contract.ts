import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'

/** One thing that waits for this person. */
export const workItem = z.object({
  /** Stable over time: `commission/<uuid>/accept`. */
  id: z.string(),
  /** What is to be done, in Chinese: 受理审查, 复核, 签名. */
  kind: z.string(),
  /** What it is about: the commission's or case's short title. */
  title: z.string(),
  /** The number that people know it by; null before it has one. */
  number: z.string().nullable(),
  /** State in words, as the lifecycle labels it. */
  state: z.string(),
  /** Beijing date, YYYY-MM-DD; null where no clock runs. */
  due: z.string().nullable(),
  /** Negative once overdue; null where no clock runs. */
  workingDaysLeft: z.int().nullable(),
  /** True where the due date rests on a year without an official calendar. */
  provisional: z.boolean(),
  /** The sum behind the due date, sentence by sentence; empty where no clock runs. */
  dueBecause: z.array(z.string()),
  /** Why it waits for this person: one sentence that names the event or the clause. */
  why: z.string(),
  /** Path of the screen below /app. */
  link: z.string(),
  urgent: z.boolean(),
})

export type WorkItem = z.output<typeof workItem>

export const workQueue = endpoint({
  id: 'work.queue',
  title: '等我办理',
  method: 'GET',
  path: '/work/queue',
  input: z.object({}),
  /** The most urgent first: overdue, then by due date, then what has none. */
  output: z.object({ items: z.array(workItem) }),
})
