import { source } from '#kernel/law.ts'

export const adminEvidence = source({
  id: '法释〔2002〕21号',
  title: '最高人民法院关于行政诉讼证据若干问题的规定',
  inForceFrom: '2002-10-01',
  clauses: {
    第14条: {
      heading: '鉴定结论的形式',
      says: '载明委托人、事项、材料、依据和技术手段、资格说明、签名盖章，分析得出的说明分析过程',
    },
    第32条: { heading: '鉴定书内容', says: '法院委托的鉴定书应当载明的内容' },
  },
})
