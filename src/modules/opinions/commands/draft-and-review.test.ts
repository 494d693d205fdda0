import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showCase } from '#modules/cases/contract/case.ts'
import { approvePlan, beginDrafting, recordStep, savePlan, start } from '#modules/cases/contract/plan.ts'
import { assignReviewer, nominateAppraiser, serveRecusalNotice } from '#modules/cases/contract/team.ts'
import {
  concludedCase,
  draftingCase,
  everyParty,
  nobodyAsks,
  planSteps,
  processRecord,
  signCommitments,
} from '#testing/cases.ts'
import { type World, world } from '#testing/world.ts'
import { lintDraft, saveAnswer, saveSection, showDraft, submitForReview } from '../contract/draft.ts'
import {
  addComment,
  answerComment,
  approve,
  closeComment,
  concur,
  returnDraft,
  showReview,
} from '../contract/review.ts'
import { draftForOpinion, waitingInOpinions } from '../module.ts'

const lead = 'jia-appraiser1'
const reviewer = 'jia-reviewer'
const noChart = { 'chart-made': '委托事项只问实测值，不需要逐项比对。' }
const views = { procedureView: '程序合规。', technicalView: '依据充分，意见明确。' }

let w: World
let id: string

beforeAll(async () => {
  w = await world()
  id = (await draftingCase(w)).id
})
afterAll(() => w.close())

const draft = async (who = lead) => (await (await w.as(who)).call(showDraft, { id })).body
const stateOf = async () => (await (await w.as(lead)).call(showCase, { id })).body.state

async function write(section: 'BACKGROUND' | 'METHODS' | 'ANALYSIS', text: string) {
  const version = (await draft()).sections.find((each) => each.section === section)?.version ?? 0
  await (await w.as(lead)).call(saveSection, { id, section, text, version })
}

async function answer(no: number, text: string) {
  const version = (await draft()).answers.find((each) => each.no === no)?.version ?? 0
  await (await w.as(lead)).call(saveAnswer, { id, no, text, concerns: [], version })
}

describe('意见书草稿', () => {
  it.each(['court-officer', 'yi-head', 'jia-intake', 'cnipa'])('does not exist for %s', async (who) =>
    expect((await (await w.as(who)).refusal(showDraft, { id })).status).toBe(404),
  )

  it('saves what is typed without a trace, and never over the work of somebody else', async () => {
    const before = (await w.trace(id)).length
    await write('BACKGROUND', '双方因接头结构发生争议。')
    const stale = await (await w.as('jia-appraiser2')).refusal(saveSection, {
      id,
      section: 'BACKGROUND',
      text: '另一稿',
      version: 0,
    })
    expect(stale).toMatchObject({ status: 409, detail: expect.stringContaining('陈鉴一') })
    expect((await draft()).sections).toMatchObject([{ text: '双方因接头结构发生争议。', version: 1 }])
    expect(await w.trace(id)).toHaveLength(before)
  })

  it('answers only what was asked', async () => {
    const refused = await (await w.as(lead)).refusal(saveAnswer, {
      id,
      no: 9,
      text: '另述',
      concerns: [],
      version: 0,
    })
    expect(refused.violations[0]).toMatchObject({ rule: 'answers-asked-question', brief: 'M-06' })
  })

  it('names every gap at once when it is handed over too early', async () => {
    const refused = await (await w.as(lead)).refusal(submitForReview, { id })
    expect(refused.violations.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
      'chart-made warn',
      'every-question-answered fail',
      'sections-written fail',
    ])
    expect(await stateOf()).toBe('DRAFTING')
  })

  it('points at doubtful words, and takes them only with a written reason', async () => {
    await write('METHODS', '目视检查与测量。')
    await write('ANALYSIS', '经测量，卡簧外侧为台阶面。')
    await answer(1, '被诉产品可能侵犯专利权。')
    await answer(2, '无法确定：没有比对表。')
    const { findings } = (await (await w.as(lead)).call(lintDraft, { id })).body
    expect(findings.map(({ rule, place, quote }) => [rule, place, quote])).toEqual([
      ['opinion-without-legal-judgement', 'answer:1', '侵犯'],
      ['opinion-certain', 'answer:1', '可能'],
      ['answers-rest-on-findings', 'answer:1', ''],
    ])
    const refused = await (await w.as(lead)).refusal(submitForReview, { id }, { reasons: noChart })
    expect(refused.violations.map(({ rule }) => rule)).toEqual([
      'opinion-without-legal-judgement',
      'opinion-certain',
      'answers-rest-on-findings',
    ])
    await answer(1, '无法确定：没有比对表。')
  })

  it('is handed over by the lead appraiser alone, with its hash in the trace', async () => {
    const second = await (await w.as('jia-appraiser2')).refusal(submitForReview, { id }, { reasons: noChart })
    expect(second).toMatchObject({ status: 403, detail: '只有本案主鉴定人可以办理' })
    const { body } = await (await w.as(lead)).call(submitForReview, { id }, { reasons: noChart })
    expect(body).toMatchObject({ state: 'UNDER_REVIEW', round: 1 })
    expect((await w.trace(id)).at(-1)).toMatchObject({
      op: 'draft.submit-for-review',
      fields: { from: 'DRAFTING', to: 'UNDER_REVIEW', round: 1, contentSha256: body.contentSha256 },
    })
    const frozen = await (await w.as(lead)).refusal(saveAnswer, {
      id,
      no: 1,
      text: '改',
      concerns: [],
      version: 2,
    })
    expect(frozen.violations[0]?.rule).toBe('draft-open')
  })
})

describe('复核', () => {
  const commentId = randomUUID()
  const comment = {
    id: '',
    commentId,
    kind: 'ANALYSIS' as const,
    place: 'section:ANALYSIS',
    text: '没有写测量位置。',
  }

  it('is done by the assigned reviewer, who points at places by code', async () => {
    expect((await (await w.as(lead)).refusal(addComment, { ...comment, id })).status).toBe(403)
    await (await w.as(reviewer)).call(addComment, { ...comment, id })
    const { comments, round } = (await (await w.as(lead)).call(showReview, { id })).body
    expect(comments).toMatchObject([{ kind: 'ANALYSIS', place: 'section:ANALYSIS', by: '冯复核', round: 1 }])
    expect(round).toBe(1)
  })

  it('cannot approve while a comment is open, and returns with a signed sheet', async () => {
    const open = await (await w.as(reviewer)).refusal(approve, { id, ...views })
    expect(open.violations).toMatchObject([
      { rule: 'comments-closed', brief: 'O-03', basis: ['司法部令第132号#第35条'] },
    ])
    await (await w.as(reviewer)).call(returnDraft, { id, ...views, technicalView: '补写测量位置。' })
    expect(await stateOf()).toBe('DRAFTING')
    const waiting = await waitingInOpinions(w.program.database.read, await actor(lead), '2026-03-02')
    expect(waiting.map(({ why }) => why)).toEqual(['答复 1 条复核意见后再提交'])
  })

  it('asks for an answer to every comment before the next round', async () => {
    await write('ANALYSIS', '经在卡簧中部测量，外侧为台阶面。')
    const early = await (await w.as(lead)).refusal(submitForReview, { id }, { reasons: noChart })
    expect(early.violations.map(({ rule }) => rule)).toEqual(['comments-answered'])
    await (await w.as(lead)).call(answerComment, { id, commentId, answer: '已写明在中部测量。' })
    expect((await (await w.as(lead)).call(submitForReview, { id }, { reasons: noChart })).body.round).toBe(2)
  })

  it('passes once comments are closed, and lets nobody change the draft after', async () => {
    await (await w.as(reviewer)).call(closeComment, { id, commentId })
    const { body } = await (await w.as(reviewer)).call(approve, { id, ...views })
    expect(body).toMatchObject({ state: 'PENDING_ISSUE', round: 2 })
    const { sheets } = (await (await w.as('jia-head')).call(showReview, { id })).body
    expect(sheets.map(({ round, outcome, name }) => [round, outcome, name])).toEqual([
      [1, 'RETURNED', '冯复核'],
      [2, 'APPROVED', '冯复核'],
    ])
    const content = await draftForOpinion(w.program.database.read, id)
    expect(content.answers.map(({ no }) => no)).toEqual([1, 2])
    expect(content.appraisers.map(({ name }) => name)).toEqual(['陈鉴一', '吴䶮二'])
  })

  it('leaves log and tables in agreement', async () => expect(await w.fsck()).toEqual([]))
})

describe('重新鉴定的复核', () => {
  it('is for three reviewers, of whom the last approves; fewer pass only with a written reason', async () => {
    const again = await reappraisalInDrafting()
    const appraiser = await w.as(lead)
    for (const section of ['BACKGROUND', 'METHODS', 'ANALYSIS'] as const)
      await appraiser.call(saveSection, { id: again, section, text: '已写。', version: 0 })
    for (const no of [1, 2])
      await appraiser.call(saveAnswer, {
        id: again,
        no,
        text: '无法确定：没有比对表。',
        concerns: [],
        version: 0,
      })
    await appraiser.call(submitForReview, { id: again }, { reasons: noChart })
    const one = await w.as(reviewer)
    const alone = await one.refusal(approve, { id: again, ...views })
    expect(alone.violations).toMatchObject([{ rule: 'reviewers-signed', brief: 'O-03', outcome: 'warn' }])
    expect((await one.call(concur, { id: again, ...views })).body).toEqual({ signed: 1, needed: 3 })
    const twice = await one.refusal(concur, { id: again, ...views })
    expect(twice.violations.map(({ rule }) => rule)).toEqual(['signs-once-a-round'])
  })
})

async function reappraisalInDrafting(): Promise<string> {
  const { id: again } = await concludedCase(w, { reappraisal: true, title: '重新鉴定：快速锁紧接头' })
  const admin = await w.as('jia-admin')
  const why = { 'enough-reviewers': '本领域可指定的复核人只有一名。' }
  for (const who of [lead, 'jia-appraiser2'])
    await admin.call(nominateAppraiser, { id: again, accountId: w.id(who), lead: who === lead })
  await admin.call(assignReviewer, { id: again, accountIds: [w.id(reviewer)] }, { reasons: why })
  await signCommitments(w, again)
  await admin.call(serveRecusalNotice, { id: again, served: [...everyParty] })
  const appraiser = await w.as(lead)
  await appraiser.call(savePlan, { id: again, version: 0, steps: planSteps(w) })
  await (await w.as('jia-head')).call(approvePlan, { id: again }, { reasons: { ...why, ...nobodyAsks } })
  await appraiser.call(start, { id: again })
  for (const stepNo of [1, 2]) await appraiser.call(recordStep, { id: again, stepNo, ...processRecord })
  await appraiser.call(beginDrafting, { id: again })
  return again
}

async function actor(login: string) {
  const accountId = w.id(login)
  return {
    kind: 'person',
    accountId,
    name: '',
    organisationId: w.id('jia'),
    organisation: '',
    roles: ['APPRAISER'],
    steppedUpAt: null,
    sessionId: null,
  } as const
}
