/** Title of the official document that a notice also is, by the code its module gave it. */
const titles: Readonly<Record<string, string>> = {
  acceptance: '受理通知书',
  refusal: '不予受理通知书',
  supplement: '补正通知书',
  'material-receipt': '材料接收确认书',
  plan: '鉴定方案告知书',
  'method-consent': '鉴定方法征询函',
  'recusal-notice': '鉴定人告知书',
  'recusal-decision': '回避决定书',
  'member-replaced': '更换鉴定人通知书',
  extension: '延长鉴定时限通知书',
  'extension-request': '延长鉴定时限申请书',
  suspension: '中止鉴定通知书',
  resumption: '恢复鉴定通知书',
  termination: '终止鉴定通知书',
}

export function documentTitle(document: string | null): string | undefined {
  return document === null ? undefined : titles[document]
}
