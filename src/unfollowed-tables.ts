/**
 * Tables whose rows the log does not tell and fsck does not compare, each with the reason. Every other table is followed
 * (ADR 0019): whoever adds one need do nothing, and whoever wants an exception writes it here for all to see.
 */
export const unfollowedTables: Readonly<Record<string, string>> = {
  installation: '在有人之前、日志之前写下一次',
  request_answer: '同一次提交再来时重复的答复；办了什么以日志为准',
  session: '何时用过不逐次留痕；开始、再次验证与结束各有条目',
  upload: '上传途中的记录；文件以登记（file.register）为准',
  commission_draft: '草稿在提交前不留痕，本人可以随意修改和放弃',
  opinion_section: '拟稿中的逐次保存不留痕；提交复核时全文进入 opinion_submission',
  opinion_answer: '拟稿中的逐次保存不留痕；提交复核时全文进入 opinion_submission',
  notice_read: '读到程序内通知不是送达，只用于个人提醒',
  directory_item: '以内容的散列为名，散列在日志条目的 register 字段里，fsck 逐件重算',
  directory_entry: '由日志条目的 register 字段推出，fsck 由日志重算',
  directory_current: '由日志条目的 register 字段推出，fsck 由日志重算',
}
