import { concludeAgreement, recordFee, signAgreement } from '#modules/cases/contract/agreement.ts'
import { approvePlan, beginDrafting, recordStep, savePlan, start } from '#modules/cases/contract/plan.ts'
import {
  assignIssuer,
  assignReviewer,
  nameLead,
  nominateAppraiser,
  serveRecusalNotice,
  signCommitment,
} from '#modules/cases/contract/team.ts'
import { cast } from './cast.ts'
import { acceptedCase, type FormOverrides } from './matters.ts'
import type { World } from './world.ts'

export interface OnTheWay {
  readonly id: string
  readonly code: string
}

export const noConflicts = {
  PARTY_OR_RELATIVE: false,
  INTEREST: false,
  ACTED_IN_CASE: false,
  SAME_MATTER: false,
  OTHER: false,
} as const

/** Why a plan may be approved before the period for recusal is over. */
export const nobodyAsks = { 'recusal-period-over': '各方当事人均已书面表示不申请回避。' }

/** Agreement in effect, clock running, no team yet. */
export async function concludedCase(w: World, overrides: FormOverrides = {}): Promise<OnTheWay> {
  const opened = await acceptedCase(w, overrides)
  const { id } = opened
  await (await w.as('jia-head')).call(signAgreement, { id })
  const admin = await w.as('jia-admin')
  await admin.call(recordFee, { id, outcome: 'PREPAID', amountFen: 3_000_000, receiptNo: '2026-0001' })
  await admin.call(concludeAgreement, { id })
  return opened
}

/** Two appraisers committed, reviewer and issuer named, parties told; no plan yet. */
export async function teamedCase(w: World, overrides: FormOverrides = {}): Promise<OnTheWay> {
  const opened = await concludedCase(w, overrides)
  const { id } = opened
  const admin = await w.as('jia-admin')
  for (const who of ['jia-appraiser1', 'jia-appraiser2'])
    await admin.call(nominateAppraiser, { id, accountId: w.id(who) })
  await admin.call(nameLead, { id, accountId: w.id('jia-appraiser1') })
  await admin.call(assignReviewer, { id, accountIds: [w.id('jia-reviewer')] })
  await admin.call(assignIssuer, { id, accountId: w.id('jia-issuer') })
  await signCommitments(w, id)
  await admin.call(serveRecusalNotice, { id, served: [...everyParty] })
  return opened
}

export async function signCommitments(w: World, id: string, who = ['jia-appraiser1', 'jia-appraiser2']) {
  for (const appraiser of who)
    await (await w.as(appraiser)).call(signCommitment, { id, conflicts: noConflicts })
}

export const everyParty = [
  { name: cast.court.name, method: 'ELECTRONIC', receipt: '' },
  { name: '演示管道有限公司', method: 'POST', receipt: 'EMS 1234' },
  { name: '演示五金制品厂', method: 'POST', receipt: 'EMS 1235' },
] as const

/** A lawful plan of two steps, the second by both appraisers. */
export function planSteps(w: Pick<World, 'id'>) {
  const [one, two] = [w.id('jia-appraiser1'), w.id('jia-appraiser2')]
  const common = { equipment: '', outsourcing: '', plannedOn: '2026-03-16' }
  return [
    {
      ...common,
      no: 1,
      questions: [1],
      what: '拆解被诉产品，记录其锁紧结构',
      method: '目视检查与尺寸测量',
      methodTier: 'GROUP_STANDARD' as const,
      standardNo: 'T/CIPS 001—2023',
      standardTitle: '知识产权鉴定管理规范（演示）',
      equipment: '数显卡尺',
      who: [one],
    },
    {
      ...common,
      no: 2,
      questions: [1, 2],
      what: '逐项比对技术特征',
      method: '技术特征比对',
      methodTier: 'GROUP_STANDARD' as const,
      standardNo: 'T/CIPS 003—2023',
      standardTitle: '专利鉴定规范（演示）',
      who: [one, two],
    },
  ]
}

export async function plannedCase(w: World, overrides: FormOverrides = {}): Promise<OnTheWay> {
  const opened = await teamedCase(w, overrides)
  const { id } = opened
  await (await w.as('jia-appraiser1')).call(savePlan, { id, version: 0, steps: planSteps(w) })
  await (await w.as('jia-head')).call(approvePlan, { id }, { reasons: nobodyAsks })
  return opened
}

export async function startedCase(w: World, overrides: FormOverrides = {}): Promise<OnTheWay> {
  const opened = await plannedCase(w, overrides)
  await (await w.as('jia-appraiser1')).call(start, { id: opened.id })
  return opened
}

export const processRecord = {
  method: '目视检查与尺寸测量',
  done: '当场拆封，核对封条号后拆解外套，逐件拍照并测量卡簧尺寸。',
  result: '卡簧外侧为台阶面，未见锥面。',
  instruments: '数显卡尺，校准有效',
  place: '甲中心一号检验室',
  present: ['陈鉴一', '吴䶮二'],
}

export async function draftingCase(w: World, overrides: FormOverrides = {}): Promise<OnTheWay> {
  const opened = await startedCase(w, overrides)
  const lead = await w.as('jia-appraiser1')
  for (const stepNo of [1, 2]) await lead.call(recordStep, { id: opened.id, stepNo, ...processRecord })
  await lead.call(beginDrafting, { id: opened.id })
  return opened
}
