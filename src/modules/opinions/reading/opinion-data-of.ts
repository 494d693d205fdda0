import type { ReadDb } from '#kernel/capabilities.ts'
import { commissionPurpose } from '#law/terms/commission-form.ts'
import { caseForOpinion, formOfCase } from '#modules/cases/module.ts'
import { findInstitution } from '#modules/directory/module.ts'
import { materialsForOpinion } from '#modules/materials/module.ts'
import type { OpinionData } from '../document/opinion-data.ts'
import { whole } from '../rules/chart.ts'
import { type DraftContent, draftContent } from './draft-content.ts'
import type { Signatory } from './opinion-rows.ts'

/** What is reserved or known only at the moment of freezing. */
export interface Frozen {
  readonly opinionNo: string
  readonly verificationCode: string
  readonly checkUrl: string
  readonly demonstration: string
  readonly now: Date
  readonly today: string
}

/** Before freezing, for judging whether everything is there. */
export const notYetReserved = {
  opinionNo: '待编号',
  verificationCode: '待编码',
  checkUrl: 'http://localhost/',
}

/** The whole opinion document as data, gathered from case, materials and draft; not yet checked by its schema. */
export async function opinionDataOf(
  db: ReadDb,
  caseId: string,
  frozen: Frozen,
): Promise<{ readonly data: OpinionData; readonly signatories: readonly Signatory[] }> {
  const work = await caseForOpinion(db, caseId)
  const form = await formOfCase(db, caseId)
  const draft = await draftContent(db, caseId)
  const { row } = work
  const institution = await findInstitution(db, row.institution_id, frozen.now)
  if (!institution) throw new Error(`institution ${row.institution_id} is not in the directory`)
  const section = (code: string) => draft.sections.find((each) => each.section === code)?.text ?? ''
  const listed = await annexedMaterials(db, caseId)
  const unreal = [
    ...(institution.demonstration ? ['机构、人员和案件均为演示数据'] : []),
    ...(frozen.demonstration ? [frozen.demonstration] : []),
  ].join('；')
  const data: OpinionData = {
    version: 1,
    ...(unreal ? { demonstration: unreal } : {}),
    kind: row.reappraisal ? '重新鉴定' : '初次鉴定',
    opinionNo: frozen.opinionNo,
    unifiedCaseCode: row.code,
    verificationCode: frozen.verificationCode,
    checkUrl: frozen.checkUrl,
    ipType: row.ip_type,
    issuedOn: frozen.today,
    institution: {
      name: institution.name,
      creditCode: institution.unifiedSocialCreditCode ?? '',
      directoryNo: institution.directoryNo,
      address: institution.address,
      telephone: institution.telephone,
    },
    basics: {
      client: await nameOfOrganisation(db, row.entrusting_organisation_id),
      entrustingType: row.entrusting_type,
      ...(form.courtCaseNo ? { caseNo: form.courtCaseNo } : {}),
      purpose: commissionPurpose.label(form.purpose),
      matter: form.title,
      questions: form.questions.map(({ text }) => text),
      acceptedOn: work.acceptedOn,
      startedOn: work.startedOn ?? work.acceptedOn,
      finishedOn: work.finishedOn ?? frozen.today,
      place: work.place,
      present: [...work.present],
      rights: [
        {
          number: form.right.number,
          title: form.right.title,
          holder: form.right.holder,
          status: `法律状态日期 ${form.right.legalStatusDate}`,
        },
      ],
      accused: `${form.accused.name}：${form.accused.description}`,
    },
    background: section('BACKGROUND'),
    materialsDigest: draft.sections
      .filter((each) => each.section === 'MATERIALS_DIGEST' && each.text.trim() !== '')
      .map(({ about, text }) => ({ title: listed.nameOf(about), text })),
    process: {
      standards: [...work.standards],
      methods: section('METHODS') || work.methods,
      instruments: [...work.instruments],
      steps: [...work.steps],
    },
    analysis: {
      text: section('ANALYSIS'),
      claims: [...draft.claims],
      chart: printedChart(draft, listed.noOf),
      summary: section('SUMMARY'),
      dissents: dissentsOf(draft),
    },
    answers: form.questions.map(({ no, text }) => ({
      question: text,
      answer: draft.answers.find((each) => each.no === no)?.text ?? '',
    })),
    annexes: {
      materials: listed.materials,
      custody: listed.custody,
      commitments: [...work.commitments],
      qualifications: [...work.qualifications],
      others: [],
    },
    signatories: work.signatories.map(({ name, title, practiceNo }) => ({ name, title, practiceNo })),
  }
  const signatories = work.signatories.map(({ accountId, name }, i) => ({
    accountId,
    name,
    field: `appraiser-${i + 1}`,
  }))
  return { data, signatories }
}

/** Materials are called 材料1, 材料2 … as in the draft; a material of several files has a line for each. */
async function annexedMaterials(db: ReadDb, caseId: string) {
  const { materials, custody } = await materialsForOpinion(db, caseId)
  const spoken = (text: string) => text.replace(/^M(?=\d)/, '材料')
  const noOf = (id: string) => spoken(materials.find((each) => each.id === id)?.no ?? '')
  return {
    noOf,
    nameOf: (id: string) => `${noOf(id)} ${materials.find((each) => each.id === id)?.name ?? ''}`.trim(),
    materials: materials.flatMap(({ id, name, kind, quantity, providedBy, crossExamined, sha256 }) => {
      const line = { no: noOf(id), name, kind, quantity, providedBy, crossExamined }
      if (sha256.length === 0) return [line]
      return sha256.map((hash, i) => ({
        ...line,
        name: sha256.length === 1 ? name : `${name}（第 ${i + 1} 个文件）`,
        sha256: hash,
      }))
    }),
    custody: custody.map(({ at, material, event, from, to, condition }) => ({
      at: at.slice(0, 16),
      material: spoken(material),
      event,
      from,
      to,
      condition,
    })),
  }
}

type Row = DraftContent['rows'][number]

/** Labels are unique within a claim only; where several claims are compared the claim stands before it. */
function nameOfRow({ claims }: DraftContent, { claimNo, label }: Row): string {
  return claims.length > 1 ? `${claimNo}-${label}` : label
}

function printedChart(draft: DraftContent, noOf: (id: string) => string): OpinionData['analysis']['chart'] {
  return draft.rows.flatMap((row) => {
    if (row.finding === null) return []
    const sub = whole(row.subFindings)
    const votes = row.votes.filter(({ current }) => current)
    const dissent = votes
      .filter((vote) => vote.dissent !== '')
      .map((vote) => `${vote.name}：${vote.dissent}`)
      .join('\n')
    return [
      {
        id: nameOfRow(draft, row),
        claimText: row.claimText,
        counterpart: row.counterpart,
        finding: row.finding,
        ...(sub ? { subFindings: sub } : {}),
        reasons: [row.difference, row.reasoning].filter((text) => text.trim() !== '').join('\n'),
        evidence: row.evidence.map(({ materialId, locator }) => `${noOf(materialId)} ${locator}`),
        votes: votes.map(({ name, finding }) => ({ appraiser: name, finding })),
        ...(dissent ? { dissent } : {}),
      },
    ]
  })
}

/** O-05: what every appraiser who voted otherwise wrote, row by row. */
function dissentsOf(draft: DraftContent): OpinionData['analysis']['dissents'] {
  const said = draft.rows.flatMap((row) =>
    row.votes
      .filter((vote) => vote.current && vote.finding !== row.finding)
      .map(({ name, dissent }) => ({ name, text: `特征${nameOfRow(draft, row)}：${dissent}` })),
  )
  return [...new Set(said.map(({ name }) => name))].map((name) => ({
    appraiser: name,
    text: said
      .filter((each) => each.name === name)
      .map(({ text }) => text)
      .join('\n'),
  }))
}

async function nameOfOrganisation(db: ReadDb, id: string): Promise<string> {
  const { name } = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return name
}
