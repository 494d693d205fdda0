import { lifecycle } from '#kernel/lifecycle.ts'

/** From the described need to an institution that takes the matter on, or to the end without one (domain brief §9.5). */
export const selectionLife = lifecycle({
  name: 'selection',
  title: '遴选',
  table: 'selection_session',
  initial: 'NEW',
  states: {
    NEW: '未提出',
    DESCRIBED: '待选定',
    COMMITTED: '抽签待开封',
    OFFERED: '待机构答复',
    DECLINED: '机构未承接',
    ACCEPTED: '已承接',
    EXHAUSTED: '候选均未承接',
    VOIDED: '抽签作废',
    WITHDRAWN: '已撤回',
  },
  events: {
    describe: { label: '提出遴选需求', from: ['NEW'], to: 'DESCRIBED' },
    choose: { label: '选定机构', from: ['DESCRIBED', 'DECLINED'], to: 'OFFERED' },
    'commit-draw': { label: '登记抽签承诺', from: ['DESCRIBED', 'DECLINED'], to: 'COMMITTED' },
    'advance-draw': { label: '推进日志', from: ['COMMITTED'], to: null },
    'open-draw': { label: '开封', from: ['COMMITTED'], to: 'OFFERED' },
    'void-draw': { label: '作废抽签', from: ['COMMITTED'], to: 'VOIDED' },
    accept: { label: '接受', from: ['OFFERED'], to: 'ACCEPTED' },
    decline: { label: '谢绝', from: ['OFFERED'], to: 'DECLINED' },
    lapse: { label: '逾期未答复', from: ['OFFERED'], to: 'DECLINED' },
    'follow-draw': { label: '递补', from: ['DECLINED'], to: 'OFFERED' },
    'exhaust-draw': { label: '结束抽签', from: ['DECLINED'], to: 'EXHAUSTED' },
    withdraw: { label: '撤回', from: ['DESCRIBED', 'DECLINED'], to: 'WITHDRAWN' },
  },
})

export type SelectionState = Exclude<keyof typeof selectionLife.states, 'NEW'>
