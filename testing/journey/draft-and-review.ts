import { randomUUID } from 'node:crypto'
import { saveAnswer, saveSection, showDraft, submitForReview } from '#modules/opinions/contract/draft.ts'
import {
  addComment,
  answerComment,
  approve,
  closeComment,
  returnDraft,
} from '#modules/opinions/contract/review.ts'
import { type Matter, type Stage, staff } from './stage.ts'

const WORDING = '案件文件原文如此，保留以便与来源核对。'
const views = { procedureView: '程序符合规定，记录完整。', technicalView: '比对有据，意见明确。' }

/** 9: sections, one numbered answer per question, hand-over to review. */
export async function writeDraft(stage: Stage, matter: Matter): Promise<void> {
  const { id, file } = matter
  const lead = await stage.as(staff(matter, 'appraiser1'))
  const { body: draft } = await lead.call(showDraft, { id })
  const sections = [
    [
      'BACKGROUND',
      `${file.parties.map(({ name }) => name).join('与')}因“${file.right.title}”发生争议。委托方就技术特征的异同委托鉴定。`,
    ],
    ['METHODS', '依据 GB/T 45563.2—2025，将权利要求分解为技术特征，逐一与被诉对象的对应特征比对。'],
    ['ANALYSIS', '各特征的比对经过、理由与证据出处见技术特征比对表。'],
    ['SUMMARY', '比对结果以比对表为准，逐项意见见第六部分。'],
  ] as const
  for (const [section, text] of sections) {
    const version = draft.sections.find((each) => each.section === section && each.about === '')?.version ?? 0
    await lead.call(saveSection, { id, section, about: '', text, version })
  }
  for (const material of draft.materials) {
    const version = draft.sections.find((each) => each.about === material.id)?.version ?? 0
    await lead.call(saveSection, {
      id,
      section: 'MATERIALS_DIGEST',
      about: material.id,
      text: file.accused,
      version,
    })
  }
  for (const { no, version } of draft.answers) {
    const proposal = draft.proposals.find((each) => each.no === no)
    const text = proposal?.text || '根据现有材料无法确定：没有特征的比对结果涉及本项，所需的实测值未提供。'
    await lead.call(saveAnswer, { id, no, text, concerns: proposal?.concerns ?? [], version })
  }
  await handOver(stage, matter)
}

async function handOver(stage: Stage, matter: Matter): Promise<void> {
  const lead = await stage.as(staff(matter, 'appraiser1'))
  const reasons = Object.fromEntries(wordingRules.map((rule) => [rule, WORDING]))
  const handed = await lead.call(submitForReview, { id: matter.id }, { reasons })
  stage.say(
    `提交复核（第 ${handed.body.round} 轮，内容 ${handed.body.contentSha256.slice(0, 12)}…）`,
    handed.traceIndex,
  )
}

/** Rules of wording that only warn: the walkthrough keeps the words of the case file and says why. */
const wordingRules = [
  'opinion-without-legal-judgement',
  'opinion-certain',
  'answers-agree-with-chart',
  'answers-rest-on-findings',
]

/** 9: a third person reviews: one comment, return, answer, second round, approval. */
export async function review(stage: Stage, matter: Matter): Promise<void> {
  const { id } = matter
  const reviewer = await stage.as(staff(matter, 'reviewer'))
  const lead = await stage.as(staff(matter, 'appraiser1'))
  const commentId = randomUUID()
  const comment = await reviewer.call(addComment, {
    id,
    commentId,
    kind: 'ANALYSIS',
    place: 'answer:1',
    text: '请核对第 1 项意见与比对表的特征编号是否一一对应。',
  })
  stage.say('复核人提出意见', comment.traceIndex)
  const returned = await reviewer.call(returnDraft, { id, ...views, technicalView: '请核对后再提交。' })
  stage.say('退回修改', returned.traceIndex)
  const answered = await lead.call(answerComment, { id, commentId, answer: '已核对，编号一一对应。' })
  stage.say('答复复核意见', answered.traceIndex)
  await handOver(stage, matter)
  stage.say('关闭复核意见', (await reviewer.call(closeComment, { id, commentId })).traceIndex)
  stage.say('复核通过', (await reviewer.call(approve, { id, ...views })).traceIndex)
}
