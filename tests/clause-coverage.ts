/** Duties that no single rule carries: what serves them instead. */
export const servedElsewhere: Readonly<Record<string, { by: readonly string[]; how: string }>> = {
  '国知发保字〔2022〕32号#一（一）2': {
    by: ['trace.matter', 'case.show'],
    how: '规则带施行日期，按办理当日适用；每次办理所依据的规则与结果留痕，旧案保留旧结果',
  },
  '国知发保字〔2022〕32号#一（一）4': {
    by: ['commission.submit', 'case.consent-method', 'case.approve-extension'],
    how: '委托方按行政、司法、仲裁、调解等类型区分，程序与期限随类型而定',
  },
  '国知发保字〔2022〕32号#二（一）2': {
    by: ['commission.submit', 'commission.accept'],
    how: '委托表区分权利种类；受理时逐项确认属于专门性事实问题',
  },
  '国知发保字〔2022〕32号#二（一）3': {
    by: ['opinion.check'],
    how: '意见书和查验结果写明须经查证属实方可采用，不称其有约束力',
  },
  '国知发保字〔2022〕32号#二（三）3': {
    by: ['directory.coverage'],
    how: '35 个技术领域 × 各省与兵团、各类知识产权的机构数，没有机构的逐格标明，任何人可查',
  },
  '国知发保字〔2022〕32号#二（四）1': {
    by: ['case.approve-plan', 'case.record-step', 'review.approve', 'opinion.issue'],
    how: '所有机构走同一个状态机、同一套记录与复核步骤',
  },
  '国知发保字〔2022〕32号#二（八）3': {
    by: ['trace.matter', 'trace.proof', 'opinion.prove'],
    how: '三个阶段的每次办理、被拒绝的尝试和涉密查阅都写入可验证的日志',
  },
}

/** Duties outside the backbone: the issue that carries them, or why there is none yet. */
export const laterIssue: Readonly<Record<string, { issue?: number; because: string }>> = {
  ...unfiled({
    '国知发保字〔2022〕32号#一（一）3': '课题与案例的相互引用属于研究与案例库',
    '国知发保字〔2022〕32号#一（二）1': '目标与指标属于政策跟踪',
    '国知发保字〔2022〕32号#一（二）2': '标准矩阵与缺口的展示须先有标准登记和统计',
    '国知发保字〔2022〕32号#一（二）3': '应用与采信的统计须先有反馈',
    '国知发保字〔2022〕32号#二（三）1': '省级年度计划',
    '国知发保字〔2022〕32号#二（三）2': '业务指导请求与答复',
    '国知发保字〔2022〕32号#二（四）4': '地方自律组织及其受托职能的登记',
    '国知发保字〔2022〕32号#二（五）1': '等级评价',
    '国知发保字〔2022〕32号#二（五）2': '执业公约',
    '国知发保字〔2022〕32号#二（五）3': '第三方评价与满意度',
    '国知发保字〔2022〕32号#二（五）4': '诚信与信用修复',
    '国知发保字〔2022〕32号#二（六）1': '协商机制与议题',
    '国知发保字〔2022〕32号#二（六）2': '名录互荐与从业反馈',
    '国知发保字〔2022〕32号#二（六）3': '信息共享与合作培训',
    '国知发保字〔2022〕32号#二（六）4': '区域互认',
    '国知发保字〔2022〕32号#二（七）1': '政治学习学时',
    '国知发保字〔2022〕32号#二（七）2': '课题管理',
    '国知发保字〔2022〕32号#二（七）3': '教育培训',
    '国知发保字〔2022〕32号#二（七）4': '新兴领域与方法的跟踪',
    '国知发保字〔2022〕32号#二（七）5': '应用案例库',
    '国知发保字〔2022〕32号#二（八）1': '检查、评查、投诉与惩戒',
    '国知发保字〔2022〕32号#三（一）': '部署与推进的记录',
    '国知发保字〔2022〕32号#三（二）': '政策与培养的记录',
    '国知发保字〔2022〕32号#三（三）': '推广与通报表扬',
  }),
}

/** Outside issues 2 and 3, and no issue is filed yet: the list that the next planning starts from. */
function unfiled(reasons: Readonly<Record<string, string>>): Record<string, { because: string }> {
  return Object.fromEntries(Object.entries(reasons).map(([clause, because]) => [clause, { because }]))
}
