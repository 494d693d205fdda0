import { source } from '#kernel/law.ts'

/** Municipal law read in the version of 2020. */
export const beijing = source({
  id: '北京市司法鉴定管理条例',
  title: '北京市司法鉴定管理条例（2020）',
  inForceFrom: '2021-01-01',
  clauses: {
    第18条: { heading: '委托', says: '委托向机构提出并签订委托书，鉴定人不得私自接受' },
    第19条: { heading: '鉴定人与承诺', says: '两名以上鉴定人或者按委托机关要求，签署承诺书' },
    第21条: { heading: '方法依据', says: '标准、技术规范或者多数专家认可的方法' },
    第22条: { heading: '专家意见', says: '咨询意见签名存档，仅供参考' },
    第24条: { heading: '中止鉴定', says: '列举中止情形，起止均书面告知' },
    第26条: { heading: '重新鉴定', says: '重新鉴定的情形' },
  },
})
