import { z } from 'zod'
import { cursor } from '#kernel/cursor.ts'
import { endpoint } from '#kernel/endpoint.ts'

const notice = z.object({
  id: z.uuid(),
  matter: z.string().nullable(),
  /** Of the case that the matter became, once it is accepted. */
  caseCode: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  link: z.string(),
  document: z.string().nullable(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})

/** A notice as it is handed out, on screen and on paper alike; `number` and `clauses` are empty where it is no document. */
export const letter = z.object({
  sender: z.string(),
  title: z.string(),
  number: z.string(),
  addressee: z.string(),
  paragraphs: z.array(z.string()),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  /** As documents write it: `2026年3月2日`. */
  date: z.string(),
  clauses: z.array(z.string()),
})

export const listNotices = endpoint({
  id: 'notice.list',
  title: '我的通知',
  method: 'GET',
  path: '/notices',
  input: z.object({
    unread: z.enum(['true', 'false']).default('false'),
    cursor: cursor.optional(),
  }),
  output: z.object({
    items: z.array(notice),
    next: z.string().nullable(),
    /** Of those asked for, on all pages. */
    total: z.int(),
    unread: z.int(),
  }),
})

export const showNotice = endpoint({
  id: 'notice.show',
  title: '查看通知',
  method: 'GET',
  path: '/notices/:id',
  input: z.object({ id: z.uuid() }),
  output: notice.extend({ letter }),
  refusals: ['not-found'],
})

export const markRead = endpoint({
  id: 'notice.mark-read',
  title: '标为已读',
  method: 'POST',
  path: '/notices/:id/mark-read',
  input: z.object({ id: z.uuid() }),
  output: z.object({ readAt: z.iso.datetime() }),
  refusals: ['not-found'],
})

export const markAllRead = endpoint({
  id: 'notice.mark-all-read',
  title: '全部标为已读',
  method: 'POST',
  path: '/notices/mark-all-read',
  input: z.object({
    /** Time of the newest notice that the person has before him: what came later stays unread. */
    until: z.iso.datetime().meta({ title: '到何时为止' }),
  }),
  output: z.object({ marked: z.int() }),
})
