import type { Module } from '#kernel/command.ts'
import { markRead } from './commands/mark-read.ts'
import { listNotices } from './queries/list-notices.ts'
import { showNotice } from './queries/show-notice.ts'

export { insertNotice as notify } from './store.ts'

export const noticesModule: Module = {
  name: 'notices',
  title: '通知',
  commands: [markRead],
  queries: [listNotices, showNotice],
}
