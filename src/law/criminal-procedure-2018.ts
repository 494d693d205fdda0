import { source } from '#kernel/law.ts'

export const criminalProcedure = source({
  id: '刑事诉讼法',
  title: '中华人民共和国刑事诉讼法（2018修正）',
  inForceFrom: '2018-10-26',
  clauses: {
    第148条: { heading: '告知', says: '用作证据的鉴定意见告知犯罪嫌疑人、被害人，其可申请补充或者重新鉴定' },
  },
})
