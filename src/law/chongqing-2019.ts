import { source } from '#kernel/law.ts'

/** Municipal law read in the version of 2019; the day of entry into force of that version was not read. */
export const chongqing = source({
  id: '重庆市司法鉴定条例',
  title: '重庆市司法鉴定条例（2019）',
  inForceFrom: '2019-01-01',
  clauses: {
    第21条: { heading: '一人一机构', says: '鉴定人只在一个机构执业', certainty: 'analogous' },
    第31条: { heading: '材料保管', says: '材料接收与保管要求', certainty: 'analogous' },
    第35条: { heading: '鉴定人数', says: '两名以上鉴定人共同进行', certainty: 'analogous' },
    第36条: { heading: '回避', says: '鉴定人应当回避的情形', certainty: 'analogous' },
    第39条: {
      heading: '耗损检材',
      says: '可能耗尽、损坏检材的须事先书面同意，并留存备份',
      certainty: 'analogous',
    },
    第49条: { heading: '意见书', says: '签名、机构鉴定专用章、骑缝章，不同意见载明', certainty: 'analogous' },
  },
})
