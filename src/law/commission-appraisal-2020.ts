import { source } from '#kernel/law.ts'

/** The Supreme People's Court on examining commissioned appraisals. Articles 1 and 13 were confirmed in public reports. */
export const commissionAppraisal = source({
  id: '法〔2020〕202号',
  title: '最高人民法院关于人民法院民事诉讼中委托鉴定审查工作若干问题的规定',
  inForceFrom: '2020-09-01',
  clauses: {
    第1条: { heading: '不予委托鉴定的事项', says: '列举九类不予委托鉴定的事项，包括法律适用和责任划分' },
    第2条: {
      heading: '科学可靠性',
      says: '对有争议的鉴定技术和方法先审查其科学可靠性',
      certainty: 'uncertain',
    },
    第4条: { heading: '材料质证', says: '材料未经质证不得移交作为鉴定根据', certainty: 'uncertain' },
    第5条: {
      heading: '争议材料',
      says: '有争议的材料由法院认定，不得由鉴定人自行取舍',
      certainty: 'uncertain',
    },
    第8条: {
      heading: '接受委托后的提交',
      says: '接受委托后五个工作日内提交方案、收费标准、鉴定人情况和承诺书',
      certainty: 'uncertain',
    },
    第11条: {
      heading: '意见的审查',
      says: '意见矛盾、不明确或者用不确定表述的，视为未完成委托',
      certainty: 'uncertain',
    },
    第13条: { heading: '鉴定期限', says: '一般三十个工作日，重大疑难复杂六十个工作日，延长由法院决定' },
    第14条: {
      heading: '违规处理',
      says: '对违规的机构和鉴定人暂停委托、列入黑名单等',
      certainty: 'uncertain',
    },
  },
})
