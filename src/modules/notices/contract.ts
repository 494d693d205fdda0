import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'

const notice = z.object({
  id: z.uuid(),
  matter: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  link: z.string(),
  document: z.string().nullable(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})

export const listNotices = endpoint({
  id: 'notice.list',
  title: '我的通知',
  method: 'GET',
  path: '/notices',
  input: z.object({ unread: z.enum(['true', 'false']).default('false') }),
  output: z.object({ items: z.array(notice), unread: z.int() }),
})

export const showNotice = endpoint({
  id: 'notice.show',
  title: '查看通知',
  method: 'GET',
  path: '/notices/:id',
  input: z.object({ id: z.uuid() }),
  output: notice.extend({
    caseCode: z.string().nullable(),
    from: z.string().nullable(),
    /** The organisation that is addressed. */
    to: z.string(),
  }),
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
