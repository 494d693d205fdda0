import { source } from '#kernel/law.ts'

export const procuratorateRules = source({
  id: '人民检察院刑事诉讼规则',
  title: '人民检察院刑事诉讼规则（2019）',
  inForceFrom: '2019-12-30',
  clauses: {
    第219条: { heading: '不得暗示', says: '不得暗示或者强迫鉴定人作出某种鉴定意见' },
  },
})
