import { knownStandards } from '#law/standards-known.ts'
import type { IpType } from '#law/terms/ip-type.ts'
import { knownTerms } from '#law/terms-known.ts'
import {
  answerClauses,
  assessClauses,
  assignAssessors,
  certify,
  openAssessment,
  reportAssessment,
  showAssessment,
  submitAssessment,
} from '#modules/standards/contract/conformity.ts'
import { commentOnDraft, openConsultation } from '#modules/standards/contract/consultation.ts'
import {
  beginDrafting,
  proposeStandard,
  recordDraft,
  recordStandard,
  showStandard,
} from '#modules/standards/contract/standards.ts'
import { defineTerm, listTerms } from '#modules/standards/contract/terms.ts'
import type { Client } from './client.ts'

/**
 * The association enters what is known of standards and terms, each by its own deed: on the first day all that was known
 * then, later what has taken effect since `after`.
 */
export async function enterKnown(
  association: Client,
  { after = '', until }: { readonly after?: string; readonly until: string },
): Promise<void> {
  const due = knownStandards.filter(({ stage, effectiveFrom }) =>
    stage === 'EFFECTIVE' && effectiveFrom ? after < effectiveFrom && effectiveFrom <= until : after === '',
  )
  for (const { stage, number, slug, issuedOn, effectiveFrom, clauses, ipTypes, ...known } of due) {
    const entry = { ...known, ipTypes: [...ipTypes] }
    const text = { clauses: (clauses ?? []).map((clause) => ({ ...clause })) }
    if (stage === 'PLANNED') await association.call(proposeStandard, { slug, ...entry })
    if (stage === 'CONSULTATION') await association.call(recordDraft, { slug, ...entry, ...text })
    if (stage === 'EFFECTIVE')
      await association.call(recordStandard, {
        number,
        ...(number === '' ? { slug } : {}),
        ...entry,
        ...(issuedOn ? { issuedOn } : {}),
        ...(effectiveFrom ? { effectiveFrom } : {}),
        ...text,
      })
  }
  if (after === '') for (const term of knownTerms) await association.call(defineTerm, term)
}

interface People {
  as(login: string): Promise<Client>
  id(who: string): string
}

/** The management standard by which institutions are assessed in tests and demonstration. */
export const managementStandard = 't-cips-001-2022'

/** An assessment up to the submitted self-assessment; every clause is answered as met. */
export async function submittedAssessment(
  w: People,
  institution: string,
  { ipTypes, slug = managementStandard }: { readonly ipTypes: readonly IpType[]; readonly slug?: string },
): Promise<string> {
  const admin = await w.as(`${institution}-admin`)
  const standard = (await admin.call(showStandard, { slug })).body
  const { assessmentId: id } = (
    await admin.call(openAssessment, { standardId: standard.id, ipTypes: [...ipTypes] })
  ).body
  const { clauses } = (await admin.call(showAssessment, { id })).body
  await admin.call(answerClauses, {
    id,
    answers: clauses.map(({ id: clauseId }) => ({
      clauseId,
      verdict: 'CONFORMS' as const,
      note: '见质量手册和档案目录。',
    })),
  })
  await admin.call(submitAssessment, { id, statement: '经自评，符合标准要求。' })
  return id
}

/** … and on: visited by the two experts, who found every clause met; not yet decided. */
export async function reportedAssessment(
  w: People,
  institution: string,
  of: { readonly ipTypes: readonly IpType[]; readonly slug?: string; readonly visitOn: string },
): Promise<string> {
  const id = await submittedAssessment(w, institution, of)
  await (await w.as('association')).call(assignAssessors, {
    id,
    assessors: [w.id('expert1'), w.id('expert2')],
    visitOn: of.visitOn,
  })
  const expert = await w.as('expert1')
  const { clauses } = (await expert.call(showAssessment, { id })).body
  await expert.call(assessClauses, {
    id,
    seen: clauses.map(({ id: clauseId }) => ({
      clauseId,
      verdict: 'CONFORMS' as const,
      note: '现场查看，与自评一致。',
    })),
  })
  await expert.call(reportAssessment, { id, report: '现场查看场所、设备、制度和档案，未发现不符合项。' })
  return id
}

/** … and certified. */
export async function certifiedInstitution(
  w: People,
  institution: string,
  of: { readonly ipTypes: readonly IpType[]; readonly slug?: string; readonly visitOn: string },
) {
  const id = await reportedAssessment(w, institution, of)
  const { body } = await (await w.as('association')).call(certify, { id, reason: '评定符合标准要求。' })
  return { id, ...body }
}

/** One of everything that standards have under way: a draft before the public with a comment, a term, an assessment. */
export async function standardsUnderWay(w: People) {
  const association = await w.as('association')
  const { id: standardId } = (await association.call(showStandard, { slug: 't-cips-copyright' })).body
  await association.call(beginDrafting, { id: standardId, draftingUnits: ['甲知识产权鉴定中心'] })
  const { consultationId } = (
    await association.call(openConsultation, {
      id: standardId,
      label: '征求意见稿',
      notes: '请就比对方法提出意见。',
      closesOn: '2027-12-31',
      clauses: [{ no: '4.1', heading: '人员', bearing: 'INSTITUTION' }],
    })
  ).body
  const comment = { id: consultationId, name: '某大学', text: '建议明确人员条件。' }
  const { commentId } = (await association.call(commentOnDraft, comment)).body
  const [term] = (await association.call(listTerms, {})).body.terms
  const assessmentId = await submittedAssessment(w, 'jia', { ipTypes: ['PATENT_INVENTION'] })
  return { standardId, consultationId, commentId, termId: term?.id ?? '', assessmentId }
}
