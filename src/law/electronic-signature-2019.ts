import { source } from '#kernel/law.ts'

export const electronicSignature = source({
  id: '电子签名法',
  title: '中华人民共和国电子签名法（2019修正）',
  inForceFrom: '2019-04-23',
  clauses: {
    第13条: { heading: '可靠的电子签名', says: '签名数据专属、仅由签名人控制、签名与内容的改动均可发现' },
    第14条: { heading: '效力', says: '可靠的电子签名与手写签名或者盖章同等效力' },
  },
})
