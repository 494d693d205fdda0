import {
  confirmMaterial,
  recordCrossExamination,
  registerMaterial,
} from '#modules/materials/contract/materials.ts'
import { saveAnswer, saveSection, submitForReview } from '#modules/opinions/contract/draft.ts'
import { freeze } from '#modules/opinions/contract/issue.ts'
import { approve } from '#modules/opinions/contract/review.ts'
import { draftingCase } from './cases.ts'
import { password } from './cast.ts'
import type { FormOverrides } from './matters.ts'
import { proveIdentity, registerOwnKey } from './signing.ts'
import type { World } from './world.ts'

export const passphrase = '签名口令-六个字以上-2026'
const noChart = { 'chart-made': '委托事项只问实测值，不需要逐项比对。' }
const views = { procedureView: '程序合规，记录完整。', technicalView: '依据充分，意见明确。' }

/** Written, handed over and approved by the reviewer: the case waits for issue. */
export async function approvedCase(w: World, overrides: FormOverrides = {}): Promise<{ id: string }> {
  const { id } = await draftingCase(w, overrides)
  await receiveMaterial(w, id)
  await writeAndApprove(w, id)
  return { id }
}

/** One literature copy, registered by the custodian and confirmed and examined by the court. */
async function receiveMaterial(w: World, id: string): Promise<void> {
  const { body } = await (await w.as('jia-custodian')).call(registerMaterial, {
    id,
    name: '接头技术手册',
    kind: 'TECHNICAL_LITERATURE',
    quantity: '1 册',
    condition: 'INTACT_UNSEALED',
    uniqueMark: '手册编号 KJ-2025',
    preservation: '材料室 2 号柜',
    arrival: 'IN_PERSON',
    providedBy: '演示市知识产权法院',
    receivedAt: w.clock.now().toISOString(),
    fileIds: [],
  })
  const material = { id: body.materialId }
  const court = await w.as('court-officer')
  await court.call(confirmMaterial, material)
  await court.call(recordCrossExamination, { ...material, outcome: 'EXAMINED', recordNo: '质证笔录第1号' })
}

export async function writeAndApprove(w: World, id: string, round = 0): Promise<void> {
  const lead = await w.as('jia-appraiser1')
  const sections = [
    ['BACKGROUND', '双方因接头的锁紧结构发生争议，委托方就该结构的异同委托鉴定。'],
    ['METHODS', '目视检查，拆解后用数显卡尺测量。'],
    ['ANALYSIS', `经拆解测量，卡簧外侧为台阶面，未见锥面。第 ${round + 1} 稿。`],
  ] as const
  for (const [section, text] of sections)
    await lead.call(saveSection, { id, section, about: '', text, version: round })
  for (const no of [1, 2]) {
    const text = `无法确定：第 ${no} 项需要逐项比对，本次只测量。`
    await lead.call(saveAnswer, { id, no, text, concerns: [], version: round })
  }
  await lead.call(submitForReview, { id }, { reasons: noChart })
  await (await w.as('jia-reviewer')).call(approve, { id, ...views })
}

/** Frozen and set as a document: it waits for signatures. */
export async function frozenOpinion(
  w: World,
  caseId: string,
): Promise<{ opinionId: string; opinionNo: string; code: string }> {
  const { body } = await (await w.as('jia-issuer')).call(freeze, { id: caseId })
  await w.program.settle()
  return { opinionId: body.opinionId, opinionNo: body.opinionNo, code: body.verificationCode }
}

/** A person whose session has just been stepped up. */
export async function proven(w: World, login: string) {
  const person = await w.as(login)
  await proveIdentity(person, password)
  return person
}

/** Both appraisers and the issuer have keys. */
export async function keysForAll(w: World): Promise<void> {
  for (const [login, kind] of [
    ['jia-appraiser1', 'person'],
    ['jia-appraiser2', 'person'],
    ['jia-issuer', 'seal'],
  ] as const)
    await registerOwnKey(await proven(w, login), kind, passphrase)
}
