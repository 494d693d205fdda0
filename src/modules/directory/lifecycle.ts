import { lifecycle } from '#kernel/lifecycle.ts'
import { appraiserStates, institutionStates } from './contract/register.ts'

/** The standing of an institution in the national directory, from its listing on (domain brief §9.3). */
export const institutionLife = lifecycle({
  name: 'institution',
  title: '名录状态',
  table: 'institution',
  initial: 'NEW',
  states: { NEW: '未列入', ...institutionStates },
  events: {
    register: { label: '列入名录', from: ['NEW'], to: 'LISTED' },
    suspend: { label: '暂停荐用', from: ['LISTED', 'CHANGE_PENDING'], to: 'SUSPENDED' },
    restore: { label: '恢复荐用', from: ['SUSPENDED'], to: 'LISTED' },
    'report-change': { label: '申报变更', from: ['LISTED'], to: 'CHANGE_PENDING' },
    'settle-change': { label: '审结变更', from: ['CHANGE_PENDING'], to: 'LISTED' },
    expire: { label: '有效期届满', from: ['LISTED', 'CHANGE_PENDING', 'SUSPENDED'], to: 'EXPIRED' },
    renew: { label: '延续', from: ['LISTED', 'EXPIRED'], to: 'LISTED' },
    exit: { label: '主动退出', from: ['LISTED', 'CHANGE_PENDING', 'SUSPENDED', 'EXPIRED'], to: 'EXITED' },
    remove: {
      label: '移出名录',
      from: ['LISTED', 'CHANGE_PENDING', 'SUSPENDED', 'EXPIRED', 'EXITED'],
      to: 'REMOVED',
    },
    reinstate: { label: '撤销移出', from: ['REMOVED'], to: 'LISTED' },
    relist: { label: '重新列入', from: ['EXPIRED', 'EXITED', 'REMOVED'], to: 'LISTED' },
  },
})

export const appraiserLife = lifecycle({
  name: 'appraiser',
  title: '鉴定人登记',
  table: 'appraiser',
  initial: 'NEW',
  states: { NEW: '未登记', ...appraiserStates },
  events: {
    register: { label: '登记', from: ['NEW'], to: 'ACTIVE' },
    suspend: { label: '暂停执业', from: ['ACTIVE'], to: 'SUSPENDED' },
    restore: { label: '恢复执业', from: ['SUSPENDED'], to: 'ACTIVE' },
    leave: { label: '离任', from: ['ACTIVE', 'SUSPENDED'], to: 'LEFT' },
  },
})

/** What somebody from the public says is wrong with an entry, until it is answered. */
export const entryErrorLife = lifecycle({
  name: 'entry-error',
  title: '名录纠错',
  table: 'entry_error',
  initial: 'NEW',
  states: { NEW: '未报告', OPEN: '待答复', ANSWERED: '已答复' },
  events: {
    report: { label: '报告错误', from: ['NEW'], to: 'OPEN' },
    answer: { label: '答复', from: ['OPEN'], to: 'ANSWERED' },
  },
})

/** A request about an institution's place in the list: one person asks, another decides. */
export const proceedingLife = lifecycle({
  name: 'directory-proceeding',
  title: '名录事项',
  table: 'directory_proceeding',
  initial: 'NEW',
  states: { NEW: '未提出', OPEN: '待决定', GRANTED: '已批准', REJECTED: '未批准', WITHDRAWN: '已撤回' },
  events: {
    open: { label: '提出', from: ['NEW'], to: 'OPEN' },
    grant: { label: '批准', from: ['OPEN'], to: 'GRANTED' },
    reject: { label: '不予批准', from: ['OPEN'], to: 'REJECTED' },
    withdraw: { label: '撤回', from: ['OPEN'], to: 'WITHDRAWN' },
  },
})
