import { randomUUID } from 'node:crypto'
import { accept, saveDraft, submit } from '#modules/commissions/contract/endpoints.ts'
import { type CastOrganisation, cast } from '../cast.ts'
import { uploaded } from '../upload.ts'
import { commissionLetter } from './commission-letter.ts'
import { type Matter, type Stage, staff } from './stage.ts'

/** 1–2: the entrusting side fills in the form, attaches letter and evidence and submits. */
export async function fileCommission(stage: Stage, matter: Matter): Promise<void> {
  const client = await stage.as(matter.client)
  matter.id = randomUUID()
  const letter = await uploaded(client, { name: '委托函.pdf', bytes: commissionLetter(), matter: matter.id })
  stage.say('上传委托函（浏览器与服务器哈希一致）', letter.traceIndex)
  const evidence = new TextEncoder().encode(`${matter.file.accused}\n`)
  const sample = await uploaded(client, { name: '被诉产品说明.txt', bytes: evidence, matter: matter.id })
  stage.say('上传被诉对象材料', sample.traceIndex)
  matter.files = { letter: letter.body.fileId, evidence: sample.body.fileId }
  const form = formOf(stage, matter)
  await client.call(saveDraft, { id: matter.id, form, version: 0 })
  const submitted = await client.call(
    submit,
    { id: matter.id, form },
    { idempotencyKey: `submit-${matter.id}` },
  )
  stage.say('提交委托', submitted.traceIndex)
}

/** 3: the institution's intake accepts; the case gets its unified code. */
export async function acceptIt(stage: Stage, matter: Matter): Promise<void> {
  const intake = await stage.as(staff(matter, 'intake'))
  const accepted = await intake.call(
    accept,
    {
      id: matter.id,
      matter: 'PATENT_COMPARISON',
      specialisedFact: true,
      excluded: null,
      conflictChecked: true,
      duplicateChecked: true,
      note: '鉴定事项均为专门性事实问题，材料齐备。',
    },
    { reasons: { 'no-parallel-commission': '演示环境中同一案件会被多次演练，已核实不是重复委托。' } },
  )
  stage.say(`受理，统一案件编码 ${accepted.body.caseCode}`, accepted.traceIndex)
}

function formOf(stage: Stage, { file, institution, client, files, limited }: Matter) {
  const entrusting: CastOrganisation =
    Object.values(cast).find(({ people }) => client in people) ?? cast.court
  const court = client === 'court-officer'
  return {
    institutionId: stage.id(institution),
    entrustingType: court
      ? ('COURT_CIVIL' as const)
      : client === 'party'
        ? ('PARTY' as const)
        : ('ADMIN_ENFORCEMENT' as const),
    contact: {
      name: entrusting.people[client]?.name ?? client,
      phone: '020-00000000',
      address: '演示市演示路 1 号',
      unifiedSocialCreditCode: entrusting.unifiedSocialCreditCode,
    },
    title: `“${file.right.title}”技术特征比对`.slice(0, 120),
    purpose: court ? ('TRIAL' as const) : ('ADMINISTRATION' as const),
    proceduralStage: court ? ('FIRST_INSTANCE' as const) : ('ADMINISTRATIVE_HANDLING' as const),
    courtCaseNo: court ? file.courtCaseNo : '',
    crossExaminationRecordNo: court ? '质证笔录第1号' : '',
    reappraisal: false,
    caseFacts: `${file.parties.map(({ name }) => name).join('与')}因“${file.right.title}”发生争议，需就被诉对象与权利要求的技术特征异同委托鉴定。`,
    ipType: file.ipType,
    field: 'F35' as const,
    right: {
      number: file.right.number,
      title: file.right.title,
      holder: file.right.holder,
      legalStatusDate: '2026-01-15',
      claimText: file.right.claimText,
      assertedClaims: '1',
    },
    accused: { name: `被诉的“${file.right.title}”`.slice(0, 200), description: file.accused },
    parties: file.parties.map(({ name, role }) => ({ name, role, unifiedSocialCreditCode: '', agent: '' })),
    questions: file.questions.map((text, i) => ({ no: i + 1, text })),
    materials: [
      {
        name: '被诉产品说明',
        kind: 'ELECTRONIC_DATA' as const,
        quantity: '1 份',
        condition: 'INTACT_UNSEALED' as const,
        uniqueMark: '电子文件',
        disposal: '随案归档',
      },
    ],
    materialArrival: 'ONLINE' as const,
    fee: { payer: file.parties[0]?.name ?? '', basis: '双方协商', refund: '终止时按已完成工作量结算' },
    delivery: { method: 'ELECTRONIC' as const, address: '演示市演示路 1 号', copies: 3 },
    ...(limited ? { confidentiality: 'RESTRICTED_PERSONS' as const } : {}),
    otherTerms: file.filled.length > 0 ? `演示：${file.filled.join('、')}系演示填补值。` : '',
    letterFileId: files.letter,
    declarations: { lawfulMaterials: true, lawfulUse: true, notElsewhere: true, noStateSecrets: true },
  }
}
