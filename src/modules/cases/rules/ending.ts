import { rule } from '#kernel/rule.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'

export const deliveriesAcknowledged = rule<{ readonly unacknowledged: readonly string[] }>({
  id: 'deliveries-acknowledged',
  brief: 'A-08',
  says: '意见书按约定方式送达并签收后办结',
  basis: [guangdong.clause('第30条')],
  check: ({ unacknowledged }) =>
    unacknowledged.length === 0
      ? 'pass'
      : {
          warn: `还没有签收：${unacknowledged.join('、')}`,
          remedy: '请等委托方签收；不能签收的，写明原因后办结。',
        },
})

export const nothingFrozen = rule<{ readonly frozen: string | undefined }>({
  id: 'nothing-frozen-on-ending',
  brief: 'O-13',
  says: '终止前先退回已定稿的意见书，使其编号作废',
  basis: [houseRules.clause('O-13')],
  check: ({ frozen }) =>
    frozen === undefined
      ? 'pass'
      : { fail: `${frozen}已经定稿`, remedy: '请签发人先办理“签发退回”，编号作废后再终止。' },
})
