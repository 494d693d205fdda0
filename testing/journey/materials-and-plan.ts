import { beijingDate } from '#kernel/beijing.ts'
import { approvePlan, beginDrafting, recordStep, savePlan, start } from '#modules/cases/contract/plan.ts'
import {
  checkIdentity,
  confirmMaterial,
  recordCrossExamination,
  registerMaterial,
  verifyBytes,
} from '#modules/materials/contract/materials.ts'
import { type Matter, type Stage, staff } from './stage.ts'

/** 6: the material is registered, confirmed, examined in court, and found to be the listed one. */
export async function receiveMaterials(stage: Stage, matter: Matter): Promise<void> {
  const { id, files } = matter
  const custodian = await stage.as(staff(matter, 'custodian'))
  const registered = await custodian.call(registerMaterial, {
    id,
    name: '被诉产品说明',
    kind: 'ELECTRONIC_DATA',
    quantity: '1 份',
    condition: 'INTACT_UNSEALED',
    uniqueMark: '电子文件',
    preservation: '本机构电子材料库，只读',
    arrival: 'ONLINE',
    providedBy: '委托方',
    receivedAt: stage.now().toISOString(),
    fileIds: [files.evidence],
  })
  matter.materialId = registered.body.materialId
  stage.say('登记材料，出具交接凭证', registered.traceIndex)
  const client = await stage.as(matter.client)
  const material = { id: matter.materialId }
  stage.say('委托方确认材料', (await client.call(confirmMaterial, material)).traceIndex)
  const examined = await client.call(recordCrossExamination, {
    ...material,
    outcome: matter.client === 'court-officer' ? 'EXAMINED' : 'NOT_REQUIRED',
    recordNo: '质证笔录第1号',
  })
  stage.say('记录质证情况', examined.traceIndex)
  const appraiser = await stage.as(staff(matter, 'appraiser1'))
  const same = await appraiser.call(checkIdentity, {
    ...material,
    matches: true,
    reason: '文件名、大小与清单一致，哈希相符。',
  })
  stage.say('核对检材同一性', same.traceIndex)
  stage.say('使用前复核电子材料哈希', (await appraiser.call(verifyBytes, material)).traceIndex)
}

/** 7: plan saved by the lead, approved by the head; work starts; one signed record per step. */
export async function planAndRecord(stage: Stage, matter: Matter): Promise<void> {
  const { id } = matter
  const lead = await stage.as(staff(matter, 'appraiser1'))
  const who = ['appraiser1', 'appraiser2'].map((each) => stage.id(staff(matter, each)))
  const questions = matter.file.questions.map((_, i) => i + 1)
  const step = {
    questions,
    method: '逐一特征比对',
    methodTier: 'NATIONAL_STANDARD' as const,
    standardNo: 'GB/T 45563.2—2025',
    standardTitle: '知识产权鉴定规范 第2部分：专利',
    who,
    plannedOn: beijingDate(stage.now()),
  }
  const works = ['分解权利要求的技术特征', '逐一比对被诉对象的对应特征，形成比对表']
  const plan = await lead.call(savePlan, {
    id,
    version: 0,
    steps: works.map((what, i) => ({ ...step, no: i + 1, what })),
  })
  stage.say('拟定鉴定方案', plan.traceIndex)
  const head = await stage.as(staff(matter, 'head'))
  const approved = await head.call(
    approvePlan,
    { id, version: plan.body.version },
    {
      reasons: {
        'recusal-period-over': '各方当事人已书面表示不申请回避。',
        'court-submission-in-time': '演示中的时间间隔，已向法院说明。',
      },
    },
  )
  stage.say('批准方案', approved.traceIndex)
  stage.say('开始鉴定', (await lead.call(start, { id })).traceIndex)
  for (const [i, what] of works.entries()) {
    const by = await stage.as(staff(matter, i === 0 ? 'appraiser1' : 'appraiser2'))
    const record = await by.call(recordStep, {
      id,
      stepNo: i + 1,
      method: step.method,
      done: `${what}：依据委托材料逐项核对并记录。`,
      result: '结果见技术特征比对表。',
      instruments: '',
      place: '甲知识产权鉴定中心 实验室',
      present: ['陈鉴一', '吴䶮二'],
    })
    stage.say(`第 ${i + 1} 步过程记录`, record.traceIndex)
    stage.pass(2)
  }
}

/** The step from performing to writing. */
export async function turnToDrafting(stage: Stage, matter: Matter): Promise<void> {
  const lead = await stage.as(staff(matter, 'appraiser1'))
  stage.say('转入拟稿', (await lead.call(beginDrafting, { id: matter.id })).traceIndex)
}
