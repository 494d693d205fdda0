import { source } from '#kernel/law.ts'

/** Municipal law read in the version of 2019; article 38 lets other appraisals follow their industry's rules first. */
export const shanghai = source({
  id: '上海市司法鉴定管理条例',
  title: '上海市司法鉴定管理条例（2019）',
  inForceFrom: '2020-05-01',
  clauses: {
    第22条: { heading: '材料交接', says: '委托方确认材料，机构核对、记录并出具凭证；共同委托须共同确认' },
    第23条: { heading: '委托书', says: '委托书内容，变更鉴定要求须书面' },
    第24条: { heading: '不予受理', says: '列举不予受理的情形' },
    第25条: { heading: '回避决定', says: '鉴定人回避由机构决定，不服可撤回委托；负责人回避的另选机构' },
    第26条: { heading: '方法依据', says: '国家标准、行业标准、团体标准或者多数专家认可的方法' },
    第27条: { heading: '过程记录', says: '实时记录鉴定过程并签名' },
    第28条: { heading: '时限', says: '时限以约定为先' },
    第29条: { heading: '终止鉴定', says: '终止鉴定的情形与书面告知' },
    第30条: { heading: '签名', says: '只有实施鉴定的鉴定人签名，复核人、专家等不得签名' },
    第31条: { heading: '补正', says: '补正不得改变意见原意，由原鉴定人签名' },
    第32条: { heading: '补充鉴定', says: '补充鉴定是原鉴定的组成部分' },
    第33条: { heading: '重新鉴定', says: '重新鉴定的机构与人员条件' },
    第37条: { heading: '一人一机构', says: '鉴定人只在一个机构执业' },
    第38条: { heading: '其他类鉴定', says: '其他类鉴定先依行业规定，无规定的参照司法鉴定程序' },
    第41条: { heading: '统一赋码与全程监管', says: '统一案件编码，监管程序、材料流转、检测数据和意见形成' },
    第46条: { heading: '反馈', says: '办案机关反馈采信与出庭等情况' },
  },
})
