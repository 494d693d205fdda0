import { lifecycle } from '#kernel/lifecycle.ts'

/** From acceptance to the end (domain brief §6). Objections, corrections and the like are sub-processes with states of their own. */
export const caseLife = lifecycle({
  name: 'case',
  title: '案件',
  table: 'appraisal_case',
  initial: 'ACCEPTED',
  states: {
    ACCEPTED: '已受理待签约',
    TEAM_FORMING: '组建鉴定组',
    PLANNED: '方案已定',
    IN_PROGRESS: '鉴定中',
    SUSPENDED: '中止',
    DRAFTING: '拟稿',
    UNDER_REVIEW: '复核中',
    PENDING_ISSUE: '待签发',
    ISSUED: '已签发',
    DELIVERED: '已送达',
    CLOSED: '办结',
    TERMINATED: '终止',
    WITHDRAWN: '已撤回',
  },
  events: {
    'conclude-agreement': { label: '协议生效', from: ['ACCEPTED'], to: 'TEAM_FORMING' },
    'approve-plan': { label: '批准方案', from: ['TEAM_FORMING'], to: 'PLANNED' },
    start: { label: '开始鉴定', from: ['PLANNED'], to: 'IN_PROGRESS' },
    suspend: { label: '中止', from: ['IN_PROGRESS'], to: 'SUSPENDED' },
    resume: { label: '恢复', from: ['SUSPENDED'], to: 'IN_PROGRESS' },
    'begin-drafting': { label: '转入拟稿', from: ['IN_PROGRESS'], to: 'DRAFTING' },
    'submit-for-review': { label: '提交复核', from: ['DRAFTING'], to: 'UNDER_REVIEW' },
    'return-draft': { label: '退回修改', from: ['UNDER_REVIEW'], to: 'DRAFTING' },
    'approve-review': { label: '复核通过', from: ['UNDER_REVIEW'], to: 'PENDING_ISSUE' },
    'return-from-issue': { label: '签发退回', from: ['PENDING_ISSUE'], to: 'DRAFTING' },
    issue: { label: '签发', from: ['PENDING_ISSUE'], to: 'ISSUED' },
    deliver: { label: '送达', from: ['ISSUED'], to: 'DELIVERED' },
    close: { label: '办结', from: ['DELIVERED'], to: 'CLOSED' },
    terminate: {
      label: '终止',
      from: [
        'ACCEPTED',
        'TEAM_FORMING',
        'PLANNED',
        'IN_PROGRESS',
        'SUSPENDED',
        'DRAFTING',
        'UNDER_REVIEW',
        'PENDING_ISSUE',
      ],
      to: 'TERMINATED',
    },
    withdraw: { label: '撤回委托', from: ['ACCEPTED', 'TEAM_FORMING'], to: 'WITHDRAWN' },
  },
})

export type CaseState = keyof typeof caseLife.states
