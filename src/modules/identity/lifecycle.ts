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

/** Whose credentials an account has: a reset by somebody else counts as the holder's own once a second person confirmed it. */
export const credentialsLife = lifecycle({
  name: 'account-credentials',
  title: '登录凭据',
  table: 'account',
  stateColumn: 'credentials',
  initial: 'own',
  states: { own: '本人掌握', reset: '重置待确认' },
  events: {
    reset: { label: '重置', from: ['own', 'reset'], to: 'reset' },
    confirm: { label: '确认重置', from: ['reset'], to: 'own' },
  },
})
