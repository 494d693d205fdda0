import { lifecycle } from '#kernel/lifecycle.ts'

/** An account is never deleted: what it did stays attributed to it. */
export const accountLife = lifecycle({
  name: 'account',
  title: '账号',
  table: 'account',
  initial: 'NEW',
  states: { NEW: '未开立', active: '使用中', disabled: '已停用' },
  events: {
    open: { label: '开立', from: ['NEW'], to: 'active' },
    disable: { label: '停用', from: ['active'], to: 'disabled' },
    enable: { label: '启用', from: ['disabled'], to: 'active' },
  },
})
