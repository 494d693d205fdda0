import { source } from '#kernel/law.ts'

/** The law behind the form of the claim chart; the chart itself reports facts only. */
export const patentDisputes = source({
  id: '专利纠纷规定',
  title: '最高人民法院关于审理专利纠纷案件适用法律问题的若干规定（2020修正）',
  inForceFrom: '2021-01-01',
  clauses: {
    第17条: { heading: '等同特征', says: '以基本相同的手段、功能、效果且无需创造性劳动为要素' },
  },
})

export const patentInterpretationOne = source({
  id: '法释〔2009〕21号',
  title: '最高人民法院关于审理侵犯专利权纠纷案件应用法律若干问题的解释',
  inForceFrom: '2010-01-01',
  clauses: {
    第6条: { heading: '放弃的方案', says: '审查与无效程序中放弃的技术方案，留待裁判者考虑' },
    第7条: { heading: '全面比对', says: '以权利要求记载的全部技术特征逐一比对' },
    第14条: { heading: '现有技术', says: '与一项现有技术方案比对，相同或者无实质性差异' },
  },
})

export const patentInterpretationTwo = source({
  id: '法释〔2016〕1号',
  title: '最高人民法院关于审理侵犯专利权纠纷案件应用法律若干问题的解释（二）（2020修正）',
  inForceFrom: '2021-01-01',
  clauses: {
    第7条: { heading: '封闭式组合物', says: '封闭式权利要求增加组分的处理' },
    第8条: { heading: '功能性特征', says: '对照说明书实施方式比较手段、功能、效果' },
    第9条: { heading: '使用环境特征', says: '能否适用于该使用环境' },
    第10条: { heading: '方法限定产品', says: '比较制备方法' },
    第11条: { heading: '步骤顺序', says: '步骤顺序对方案的影响' },
    第12条: { heading: '数值界限', says: '“至少”“不超过”等界限用语之外的部分' },
  },
})
