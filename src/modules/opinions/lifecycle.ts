import { lifecycle } from '#kernel/lifecycle.ts'

/** One frozen opinion document. Whoever finds a fault before it is issued returns it: it is void and its number never used again. */
export const opinionLife = lifecycle({
  name: 'opinion',
  title: '鉴定意见书',
  table: 'opinion_document',
  initial: 'RENDERING',
  states: {
    RENDERING: '正在成文',
    SIGNING: '待签名盖章',
    READY: '已盖章待签发',
    ISSUED: '已签发',
    VOIDED: '作废',
  },
  events: {
    'attach-rendering': { label: '成文', from: ['RENDERING'], to: 'SIGNING' },
    retry: { label: '重新成文', from: ['RENDERING'], to: null },
    sign: { label: '签名', from: ['SIGNING'], to: null },
    seal: { label: '加盖电子印章', from: ['SIGNING'], to: 'READY' },
    issue: { label: '签发', from: ['READY'], to: 'ISSUED' },
    void: { label: '作废', from: ['RENDERING', 'SIGNING', 'READY'], to: 'VOIDED' },
  },
})

/** What has become of an issued opinion (domain brief §6.1). Shown by the public check. */
export const opinionValidityLife = lifecycle({
  name: 'opinion-validity',
  title: '意见书的登记状态',
  table: 'opinion_document',
  stateColumn: 'validity',
  initial: 'VALID',
  states: {
    VALID: '有效登记',
    CORRECTED: '已补正',
    SUPPLEMENTED: '已补充鉴定',
    SUPERSEDED_BY_REAPPRAISAL: '已重新鉴定',
    WITHDRAWN: '已撤回',
    FOUND_FALSE: '经依法认定为虚假鉴定',
  },
  events: {
    correct: { label: '补正', from: ['VALID', 'CORRECTED', 'SUPPLEMENTED'], to: 'CORRECTED' },
    supplement: { label: '登记补充鉴定', from: ['VALID', 'CORRECTED', 'SUPPLEMENTED'], to: 'SUPPLEMENTED' },
    supersede: {
      label: '登记重新鉴定',
      from: ['VALID', 'CORRECTED', 'SUPPLEMENTED'],
      to: 'SUPERSEDED_BY_REAPPRAISAL',
    },
    withdraw: { label: '撤回', from: ['VALID', 'CORRECTED', 'SUPPLEMENTED'], to: 'WITHDRAWN' },
    'find-false': {
      label: '登记认定为虚假鉴定',
      from: ['VALID', 'CORRECTED', 'SUPPLEMENTED', 'SUPERSEDED_BY_REAPPRAISAL', 'WITHDRAWN'],
      to: 'FOUND_FALSE',
    },
  },
})

/** A key of a person or of an institution's seal. A lost key is revoked and never comes back. */
export const signingKeyLife = lifecycle({
  name: 'signing-key',
  title: '签名密钥',
  table: 'opinion_signing_key',
  initial: 'ACTIVE',
  states: { ACTIVE: '可用', REVOKED: '已挂失' },
  events: { revoke: { label: '挂失', from: ['ACTIVE'], to: 'REVOKED' } },
})
