import { rule } from '#kernel/rule.ts'
import { commissionAppraisal } from '#law/commission-appraisal-2020.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { shanghai } from '#law/shanghai-2019.ts'
import type { CaseRow } from '../store.ts'
import { courtSubmissionDue } from './main-clock.ts'
import type { PresentMember } from './team.ts'

export interface RecusalFacts {
  readonly today: string
  readonly members: readonly PresentMember[]
  /** The notices served, each with whom it named and until when recusal could be asked for. */
  readonly notices: readonly { readonly members: readonly string[]; readonly endsOn: string }[]
  readonly recusals: readonly { readonly state: string; readonly accountId: string | null }[]
}

/** The notice that named everyone who is now in the team; undefined where somebody joined since. */
export function coveringNotice({ notices, members }: Pick<RecusalFacts, 'notices' | 'members'>) {
  return notices.findLast((notice) => members.every(({ accountId }) => notice.members.includes(accountId)))
}

export const recusalNoticeServed = rule<RecusalFacts>({
  id: 'recusal-notice-served',
  brief: 'P-04',
  says: '鉴定组名单确定后告知申请回避的权利',
  basis: [guangdong.clause('第33条')],
  check: (facts) =>
    coveringNotice(facts)
      ? 'pass'
      : {
          fail: facts.notices.length === 0 ? '尚未告知鉴定组与回避权利' : '告知之后鉴定组有变动',
          remedy: '请向委托方和各方当事人送达现有鉴定组名单。',
        },
})

export const recusalPeriodOver = rule<RecusalFacts>({
  id: 'recusal-period-over',
  brief: 'H-11',
  says: '告知名单后留出申请回避的期间',
  basis: [houseRules.clause('H-11')],
  check: (facts) => {
    const notice = coveringNotice(facts)
    if (!notice) return 'not-applicable'
    return facts.today > notice.endsOn
      ? 'pass'
      : {
          warn: `申请回避的期间到${notice.endsOn}才届满`,
          remedy: '请等期间届满；各方已经书面表示不申请回避的，写明情况后可以继续。',
        }
  },
})

export const noOpenRecusal = rule<Pick<RecusalFacts, 'recusals'>>({
  id: 'no-open-recusal',
  brief: 'P-06',
  says: '回避申请决定之前不得继续',
  basis: [shanghai.clause('第25条')],
  check: ({ recusals }) =>
    recusals.some(({ state }) => state === 'OPEN')
      ? { fail: '有尚未决定的回避申请', remedy: '请机构负责人先作出决定。' }
      : 'pass',
})

export const recusedHaveLeft = rule<Pick<RecusalFacts, 'recusals' | 'members'>>({
  id: 'recused-have-left',
  brief: 'P-04',
  says: '应当回避的鉴定人不得参加鉴定',
  basis: [guangdong.clause('第33条')],
  check: ({ recusals, members }) => {
    const still = members.filter(({ accountId }) =>
      recusals.some((each) => each.state === 'GRANTED' && each.accountId === accountId),
    )
    return still.length === 0
      ? 'pass'
      : {
          fail: `已决定${still.map(({ name }) => name).join('、')}回避，但尚未更换`,
          remedy: '请更换鉴定人，或另行指定接任者。',
        }
  },
})

export const institutionNotRecused = rule<Pick<RecusalFacts, 'recusals'>>({
  id: 'institution-not-recused',
  brief: 'P-05',
  says: '鉴定机构应当回避的，不得继续鉴定，退还材料和费用',
  basis: [guangdong.clause('第32条'), shanghai.clause('第25条')],
  check: ({ recusals }) =>
    recusals.some(({ state, accountId }) => state === 'GRANTED' && accountId === null)
      ? { fail: '已决定本机构回避', remedy: '请终止本案，退还材料和费用，由委托方另选机构。' }
      : 'pass',
})

export const courtSubmissionInTime = rule<{
  readonly row: Pick<CaseRow, 'profile'>
  readonly acceptedOn: string
  readonly today: string
}>({
  id: 'court-submission-in-time',
  brief: 'A-11',
  says: '接受法院委托后五个工作日内提交方案、收费标准、鉴定人情况和承诺书',
  basis: [commissionAppraisal.clause('第8条')],
  check: ({ row, acceptedOn, today }) => {
    const due = courtSubmissionDue(row, acceptedOn)?.due
    if (!due) return 'not-applicable'
    return today <= due ? 'pass' : { warn: `应当在${due}前向法院提交`, remedy: '请写明逾期的原因。' }
  },
})
