import { source } from '#kernel/law.ts'

export const personalInformation = source({
  id: '个人信息保护法',
  title: '中华人民共和国个人信息保护法',
  inForceFrom: '2021-11-01',
  clauses: {
    第6条: { heading: '目的限制与最小范围', says: '目的明确，限于最小范围' },
    第19条: { heading: '保存期限', says: '保存期限为实现目的所必要的最短时间' },
    第29条: { heading: '敏感信息', says: '处理敏感个人信息须取得单独同意' },
    第47条: { heading: '删除', says: '目的已实现等情形应当删除' },
    第55条: { heading: '影响评估', says: '处理敏感信息等情形事前评估' },
  },
})
