import { lifecycle } from '#kernel/lifecycle.ts'

/** A standard from its plan to its end. What was issued elsewhere is recorded where it stands. */
export const standardLife = lifecycle({
  name: 'standard',
  title: '标准',
  table: 'standard',
  initial: 'NEW',
  states: {
    NEW: '未登记',
    PLANNED: '已立项',
    DRAFTING: '起草中',
    CONSULTATION: '征求意见',
    APPROVED: '已批准待实施',
    EFFECTIVE: '现行有效',
    SUPERSEDED: '已被代替',
    WITHDRAWN: '已废止',
  },
  events: {
    propose: { label: '立项', from: ['NEW'], to: 'PLANNED' },
    'record-draft': { label: '登记外部征求意见稿', from: ['NEW'], to: 'CONSULTATION' },
    record: { label: '登记已发布标准', from: ['NEW'], to: 'EFFECTIVE' },
    'begin-drafting': { label: '开始起草', from: ['PLANNED'], to: 'DRAFTING' },
    consult: { label: '公开征求意见', from: ['DRAFTING', 'CONSULTATION'], to: 'CONSULTATION' },
    redraft: { label: '退回起草', from: ['CONSULTATION'], to: 'DRAFTING' },
    approve: { label: '批准发布', from: ['CONSULTATION'], to: 'APPROVED' },
    'take-effect': { label: '实施', from: ['APPROVED'], to: 'EFFECTIVE' },
    'publish-version': { label: '发布新版本', from: ['EFFECTIVE'], to: null },
    guide: { label: '发布实施指导', from: ['APPROVED', 'EFFECTIVE'], to: null },
    supersede: { label: '被代替', from: ['EFFECTIVE'], to: 'SUPERSEDED' },
    withdraw: { label: '废止', from: ['EFFECTIVE'], to: 'WITHDRAWN' },
  },
})

/** Closed when its last day is over and every comment has its disposition. */
export const consultationLife = lifecycle({
  name: 'standard-consultation',
  title: '征求意见',
  table: 'standard_consultation',
  initial: 'NEW',
  states: { NEW: '未开始', OPEN: '征求意见中', CLOSED: '已结束' },
  events: {
    open: { label: '开始征求意见', from: ['NEW'], to: 'OPEN' },
    comment: { label: '提出意见', from: ['OPEN'], to: null },
    dispose: { label: '处理意见', from: ['OPEN'], to: null },
    close: { label: '结束征求意见', from: ['OPEN'], to: 'CLOSED' },
  },
})

export const assessmentLife = lifecycle({
  name: 'conformity-assessment',
  title: '贯标评定',
  table: 'conformity_assessment',
  initial: 'NEW',
  states: {
    NEW: '未开始',
    SELF_ASSESSMENT: '机构自评',
    SUBMITTED: '待安排评定',
    ON_SITE: '现场评定',
    REPORTED: '整改与决定',
    CERTIFIED: '已发证',
    REFUSED: '未通过',
    WITHDRAWN: '已撤回',
  },
  events: {
    open: { label: '开始自评', from: ['NEW'], to: 'SELF_ASSESSMENT' },
    answer: { label: '填写自评', from: ['SELF_ASSESSMENT'], to: null },
    submit: { label: '提交自评', from: ['SELF_ASSESSMENT'], to: 'SUBMITTED' },
    return: { label: '退回自评', from: ['SUBMITTED'], to: 'SELF_ASSESSMENT' },
    assign: { label: '安排现场评定', from: ['SUBMITTED', 'ON_SITE'], to: 'ON_SITE' },
    assess: { label: '记录现场评定', from: ['ON_SITE'], to: null },
    report: { label: '提交评定报告', from: ['ON_SITE'], to: 'REPORTED' },
    certify: { label: '发证', from: ['REPORTED'], to: 'CERTIFIED' },
    refuse: { label: '不予发证', from: ['REPORTED'], to: 'REFUSED' },
    withdraw: {
      label: '撤回',
      from: ['SELF_ASSESSMENT', 'SUBMITTED', 'ON_SITE', 'REPORTED'],
      to: 'WITHDRAWN',
    },
  },
})

export const findingLife = lifecycle({
  name: 'conformity-finding',
  title: '不符合项',
  table: 'conformity_finding',
  initial: 'NEW',
  states: { NEW: '未提出', OPEN: '待整改', CORRECTED: '已整改待确认', CLOSED: '已关闭' },
  events: {
    raise: { label: '提出不符合项', from: ['NEW'], to: 'OPEN' },
    correct: { label: '提交整改', from: ['OPEN'], to: 'CORRECTED' },
    close: { label: '确认整改', from: ['CORRECTED'], to: 'CLOSED' },
    reopen: { label: '整改未到位', from: ['CORRECTED'], to: 'OPEN' },
  },
})

export const certificateLife = lifecycle({
  name: 'conformity-certificate',
  title: '贯标证书',
  table: 'conformity_certificate',
  initial: 'NEW',
  states: { NEW: '未颁发', IN_FORCE: '有效', EXPIRED: '已期满', WITHDRAWN: '已撤销' },
  events: {
    issue: { label: '颁发', from: ['NEW'], to: 'IN_FORCE' },
    expire: { label: '期满失效', from: ['IN_FORCE'], to: 'EXPIRED' },
    withdraw: { label: '撤销', from: ['IN_FORCE'], to: 'WITHDRAWN' },
  },
})
