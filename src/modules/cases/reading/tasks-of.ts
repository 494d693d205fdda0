import type { CaseState } from '../lifecycle.ts'
import type { PresentMember } from '../rules/team.ts'

/** What a case looks like to somebody who wonders what he has to do. */
export interface TaskFacts {
  readonly state: CaseState
  readonly signed: readonly ('ENTRUSTING' | 'INSTITUTION')[]
  readonly feeSettled: boolean
  readonly minimum: number
  readonly members: readonly PresentMember[]
  readonly reviewersNamed: boolean
  readonly noticeCovers: boolean
  readonly openRecusal: boolean
  readonly recusedPresent: boolean
  readonly extensionAsked: boolean
  readonly suspensionOverdue: boolean
  readonly plan: { readonly consentOpen: boolean } | undefined
  /** Steps without record or waiver, each with who is to do it. */
  readonly openSteps: readonly { readonly no: number; readonly who: readonly string[] }[]
}

export interface Viewer {
  readonly accountId: string
  readonly side: 'INSTITUTION' | 'ENTRUSTING' | 'NONE'
  readonly roles: readonly string[]
}

export interface Task {
  readonly what: string
  readonly why: string
  /** Screen below the case. */
  readonly at: string
}

/** What this person has to do next in a case up to drafting; the opinion's own tasks are the opinions module's. */
export function tasksOf(facts: TaskFacts, viewer: Viewer): readonly Task[] {
  const inside = (role: string) => viewer.side === 'INSTITUTION' && viewer.roles.includes(role)
  const head = inside('INSTITUTION_HEAD')
  const office = inside('INSTITUTION_ADMIN')
  const desk = inside('INTAKE_CLERK') || office
  const client = viewer.side === 'ENTRUSTING'
  const own = facts.members.find(({ accountId }) => accountId === viewer.accountId)
  return candidates().flatMap(([holds, task]) => (holds ? [task] : []))

  function candidates(): readonly (readonly [boolean, Task])[] {
    const { state, signed, members, plan, openSteps } = facts
    const accepted = state === 'ACCEPTED'
    const forming = state === 'TEAM_FORMING'
    const working = state === 'IN_PROGRESS'
    const both = signed.includes('ENTRUSTING') && signed.includes('INSTITUTION')
    const complete = members.length >= facts.minimum && members.some(({ lead }) => lead)
    const committed = members.every((member) => member.committed)
    const lead = own?.lead ?? false
    const mine = openSteps.filter(({ who }) => who.includes(viewer.accountId)).map(({ no }) => no)
    const task = (what: string, why: string, at: string): Task => ({ what, why, at })
    return [
      [
        accepted && client && !signed.includes('ENTRUSTING'),
        task('签署鉴定协议', '委托已受理', '/agreement'),
      ],
      [accepted && head && !signed.includes('INSTITUTION'), task('签署鉴定协议', '委托已受理', '/agreement')],
      [
        accepted && desk && !facts.feeSettled,
        task('登记鉴定费', '协议生效前须预交或者免予预交', '/agreement'),
      ],
      [
        accepted && desk && both && facts.feeSettled,
        task('确认协议生效', '双方已签署，鉴定费已登记', '/agreement'),
      ],
      [
        forming && office && !complete,
        task('组建鉴定组', `至少${facts.minimum}名鉴定人并确定主鉴定人`, '/team'),
      ],
      [own !== undefined && !own.committed, task('签署承诺书', '您被指定为本案鉴定人', '/team')],
      [forming && desk && complete && !facts.noticeCovers, task('告知回避权利', '鉴定组名单已确定', '/team')],
      [forming && lead && !plan, task('拟定鉴定方案', '您是主鉴定人', '/plan')],
      [
        forming && client && plan?.consentOpen === true,
        task('决定是否同意方法', '方案中有须您同意的方法或外包检测', ''),
      ],
      [
        forming && head && complete && committed && facts.noticeCovers && plan !== undefined,
        task('批准鉴定方案', '鉴定组和方案已就绪', '/plan'),
      ],
      [head && facts.openRecusal, task('决定回避申请', '委托方申请回避', '/team')],
      [office && facts.recusedPresent, task('更换鉴定人', '已决定鉴定人回避', '/team')],
      [client && facts.extensionAsked, task('决定延长申请', '鉴定机构书面申请延长期限', '/agreement')],
      [state === 'PLANNED' && lead, task('开始鉴定', '方案已批准', '/plan')],
      [
        state === 'SUSPENDED' && head && facts.suspensionOverdue,
        task('恢复鉴定', '预计恢复的日期已到', '/agreement'),
      ],
      [working && mine.length > 0, task('记录鉴定过程', `第${mine.join('、')}步尚无记录`, '/plan')],
      [working && lead && openSteps.length === 0, task('转入拟稿', '各步骤均已记录', '/plan')],
      [
        office && ['IN_PROGRESS', 'DRAFTING'].includes(state) && !facts.reviewersNamed,
        task('指定复核人', '提交复核前须指定复核人', '/team'),
      ],
    ]
  }
}
