import { describe, expect, it } from 'vitest'
import { type TaskFacts, tasksOf, type Viewer } from './tasks-of.ts'

const lead = { accountId: 'lead', name: '陈鉴一', lead: true, committed: true }
const member = { accountId: 'member', name: '吴䶮二', lead: false, committed: true }

const accepted: TaskFacts = {
  state: 'ACCEPTED',
  signed: [],
  feeSettled: false,
  minimum: 2,
  members: [],
  reviewersNamed: false,
  noticeCovers: false,
  openRecusal: false,
  recusedPresent: false,
  extensionAsked: false,
  suspensionOverdue: false,
  plan: undefined,
  openSteps: [],
}
const forming: TaskFacts = { ...accepted, state: 'TEAM_FORMING', members: [lead, member] }
const working: TaskFacts = {
  ...forming,
  state: 'IN_PROGRESS',
  reviewersNamed: true,
  plan: { consentOpen: false },
}

const inside = (role: string, accountId = role): Viewer => ({ accountId, side: 'INSTITUTION', roles: [role] })
const head = inside('INSTITUTION_HEAD')
const admin = inside('INSTITUTION_ADMIN')
const intake = inside('INTAKE_CLERK')
const leader = inside('APPRAISER', 'lead')
const second = inside('APPRAISER', 'member')
const client: Viewer = { accountId: 'c', side: 'ENTRUSTING', roles: ['ENTRUSTING_OFFICER'] }

describe('what waits for whom in a case', () => {
  it.each<[string, TaskFacts, Viewer, string[]]>([
    ['the client has not signed', accepted, client, ['签署鉴定协议']],
    ['the head has not signed', accepted, head, ['签署鉴定协议']],
    ['the fee is open', accepted, intake, ['登记鉴定费']],
    [
      'everything for the agreement is there',
      { ...accepted, signed: ['ENTRUSTING', 'INSTITUTION'], feeSettled: true },
      intake,
      ['确认协议生效'],
    ],
    ['one side has not signed', { ...accepted, signed: ['ENTRUSTING'], feeSettled: true }, intake, []],
    ['there is no team', { ...forming, members: [] }, admin, ['组建鉴定组']],
    ['the team is not told of', forming, intake, ['告知回避权利']],
    [
      'a member has not committed',
      { ...forming, members: [lead, { ...member, committed: false }] },
      second,
      ['签署承诺书'],
    ],
    ['there is no plan', forming, leader, ['拟定鉴定方案']],
    ['a method needs consent', { ...forming, plan: { consentOpen: true } }, client, ['决定是否同意方法']],
    [
      'team and plan are ready',
      { ...forming, noticeCovers: true, plan: { consentOpen: false } },
      head,
      ['批准鉴定方案'],
    ],
    ['recusal was asked for', { ...working, openRecusal: true }, head, ['决定回避申请']],
    ['somebody recused is still there', { ...working, recusedPresent: true }, admin, ['更换鉴定人']],
    ['the institution asks for time', { ...working, extensionAsked: true }, client, ['决定延长申请']],
    ['the plan is approved', { ...working, state: 'PLANNED' }, leader, ['开始鉴定']],
    [
      'the suspension should be over',
      { ...working, state: 'SUSPENDED', suspensionOverdue: true },
      head,
      ['恢复鉴定'],
    ],
    [
      'his step has no record',
      { ...working, openSteps: [{ no: 2, who: ['member'] }] },
      second,
      ['记录鉴定过程'],
    ],
    ['the step is another’s', { ...working, openSteps: [{ no: 2, who: ['member'] }] }, leader, []],
    ['every step is recorded', working, leader, ['转入拟稿']],
    ['nobody will review', { ...working, reviewersNamed: false }, admin, ['指定复核人']],
    ['he is of another organisation', accepted, { ...head, side: 'NONE' }, []],
  ])('where %s', (_, facts, viewer, expected) => {
    expect(tasksOf(facts, viewer).map(({ what }) => what)).toEqual(expected)
  })
})
