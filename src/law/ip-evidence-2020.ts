import { source } from '#kernel/law.ts'

/** Evidence in civil intellectual property litigation. */
export const ipEvidence = source({
  id: '法释〔2020〕12号',
  title: '最高人民法院关于知识产权民事诉讼证据的若干规定',
  inForceFrom: '2020-11-18',
  clauses: {
    第19条: {
      heading: '可委托鉴定的专门性问题',
      says: '列举八类可以委托鉴定的专门性问题，技术特征比较限于手段、功能、效果等异同',
    },
    第20条: { heading: '检测外包', says: '经法院准许或者双方同意，可将检测部分委托他人，鉴定人对意见负责' },
    第22条: { heading: '鉴定范围', says: '鉴定范围由法院听取各方意见确定，变更须经法院' },
    第23条: { heading: '审查因素', says: '从资格、知识经验、方法程序、材料等方面审查鉴定意见' },
    第26条: { heading: '保密', says: '涉密证据须签署保密承诺，可限制知悉人员范围' },
  },
})
