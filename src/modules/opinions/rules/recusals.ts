import { rule } from '#kernel/rule.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { shanghai } from '#law/shanghai-2019.ts'

/** Recusal can be asked for until the opinion is issued: nobody who has to step aside hands over, signs or is issued for. */
export const recusalsSettled = rule<{ readonly unsettledRecusals: readonly string[] }>({
  id: 'recusals-settled',
  brief: 'P-04',
  says: '回避申请已经决定，应当回避的鉴定人已经更换',
  basis: [guangdong.clause('第33条'), shanghai.clause('第25条')],
  check: ({ unsettledRecusals }) =>
    unsettledRecusals.length === 0
      ? 'pass'
      : {
          fail: unsettledRecusals.join('；'),
          remedy:
            '请机构负责人先决定回避申请；应当回避的，在拟稿期间更换鉴定人（已送签发的，先办理“签发退回”）。',
        },
})
