import type { Module } from '#kernel/command.ts'
import { markAllRead } from './commands/mark-all-read.ts'
import { markRead } from './commands/mark-read.ts'
import { listNotices } from './queries/list-notices.ts'
import { showNotice } from './queries/show-notice.ts'

export { showNotice } from './queries/show-notice.ts'
export { insertNotice as notify } from './store.ts'

export const noticesModule: Module = {
  name: 'notices',
  title: '通知',
  commands: [markRead, markAllRead],
  queries: [listNotices, showNotice],
}
