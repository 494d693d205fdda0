import { source } from '#kernel/law.ts'

/** Rules for registered forensic appraisal. Intellectual property is not such a category: used by analogy only. */
export const forensicProcedure = source({
  id: '司法部令第132号',
  title: '司法鉴定程序通则（参照适用）',
  inForceFrom: '2016-05-01',
  clauses: {
    第12条: { heading: '材料', says: '委托人对材料的真实合法负责，机构核对记录', certainty: 'analogous' },
    第13条: { heading: '受理期限', says: '自收到委托之日起七个工作日内决定是否受理', certainty: 'analogous' },
    第15条: { heading: '不得受理', says: '列举不得受理的情形', certainty: 'analogous' },
    第16条: { heading: '委托书', says: '决定受理的签订委托书并载明法定内容', certainty: 'analogous' },
    第19条: { heading: '鉴定人数', says: '同一事项由两名以上鉴定人共同进行', certainty: 'analogous' },
    第20条: { heading: '回避事由', says: '鉴定人应当回避的情形', certainty: 'analogous' },
    第21条: { heading: '回避决定', says: '回避的提出与决定', certainty: 'analogous' },
    第22条: { heading: '材料管理', says: '建立材料接收、保管、使用、退还制度', certainty: 'analogous' },
    第24条: {
      heading: '现场提取',
      says: '现场提取由两名以上人员进行，至少一名为本案鉴定人，有见证人',
      certainty: 'analogous',
    },
    第28条: {
      heading: '鉴定时限',
      says: '自委托书生效起三十个工作日，经批准可延长，一般不超过三十个工作日',
      certainty: 'analogous',
    },
    第32条: { heading: '重新鉴定人条件', says: '重新鉴定人的条件不低于原鉴定人', certainty: 'analogous' },
    第34条: {
      heading: '专家咨询',
      says: '可咨询机构外专家，意见签名存档，鉴定意见由鉴定人出具',
      certainty: 'analogous',
    },
    第35条: {
      heading: '复核',
      says: '指定有资格的人员复核程序和意见，复核意见签名存档',
      certainty: 'analogous',
    },
    第42条: { heading: '归档', says: '鉴定完成后立卷归档', certainty: 'analogous' },
  },
})
