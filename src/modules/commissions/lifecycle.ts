import { lifecycle } from '#kernel/lifecycle.ts'

/** The entrusting side fills, the institution's intake decides (domain brief §6). A draft is not yet a commission. */
export const commissionLife = lifecycle({
  name: 'commission',
  title: '委托',
  table: 'commission',
  initial: 'NEW',
  states: {
    NEW: '未提交',
    SUBMITTED: '已委托待受理',
    SUPPLEMENT_REQUESTED: '待补正',
    REFUSED: '不予受理',
    WITHDRAWN: '已撤回',
    ACCEPTED: '已受理',
  },
  events: {
    submit: { label: '提交', from: ['NEW'], to: 'SUBMITTED' },
    'request-supplement': { label: '要求补正', from: ['SUBMITTED'], to: 'SUPPLEMENT_REQUESTED' },
    'answer-supplement': { label: '提交补正', from: ['SUPPLEMENT_REQUESTED'], to: 'SUBMITTED' },
    accept: { label: '受理', from: ['SUBMITTED'], to: 'ACCEPTED' },
    refuse: { label: '不予受理', from: ['SUBMITTED', 'SUPPLEMENT_REQUESTED'], to: 'REFUSED' },
    withdraw: { label: '撤回', from: ['SUBMITTED', 'SUPPLEMENT_REQUESTED'], to: 'WITHDRAWN' },
  },
})
