import { source } from '#kernel/law.ts'

export const criminalInterpretation = source({
  id: '法释〔2021〕1号',
  title: '最高人民法院关于适用刑事诉讼法的解释',
  inForceFrom: '2021-03-01',
  clauses: {
    第97条: { heading: '鉴定意见的审查', says: '审查资格、回避、检材、形式要件、程序、方法、意见是否明确等' },
    第98条: { heading: '不得采用的情形', says: '列举九类不得作为定案根据的情形' },
    第256条: { heading: '人员信息保护', says: '必要时不公开鉴定人等的个人信息' },
  },
})
