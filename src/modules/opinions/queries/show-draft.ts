import { draftAnswer } from '#analysis/claim-chart/draft-answer.ts'
import { query } from '#kernel/command.ts'
import type { ChartRow } from '../contract/chart.ts'
import { showDraft as endpoint } from '../contract/draft.ts'
import { draftFacts, visibleWork } from '../reading/workbench.ts'
import { whole } from '../rules/chart.ts'
import { insiders } from '../rules/who.ts'
import { submissionsOf } from '../store.ts'

/** The draft with an answer per question as the findings of the chart would have it. */
export const showDraft = query({
  endpoint,
  allow: insiders,
  async answer({ db, input, actor }) {
    const at = await visibleWork(db, input.id, actor, 'draft')
    const { sections, answers, rows, materials } = await draftFacts(db, at)
    const submissions = await submissionsOf(db, input.id)
    return {
      id: input.id,
      caseCode: at.case.code,
      caseTitle: at.case.title,
      state: at.case.state,
      sections,
      answers,
      proposals: answers.map(({ no, question }) => ({ no, ...proposal(question, rows) })),
      rows: rows.map(({ id, label, claimNo, finding }) => ({ id, label, claimNo, finding })),
      materials: materials.map(({ id, no, name }) => ({ id, no, name })),
      submissions: submissions.map((each) => ({
        round: each.round,
        sha256: each.content_sha256,
        at: each.submitted_at.toISOString(),
      })),
    }
  },
})

function proposal(question: string, rows: readonly ChartRow[]): { text: string; concerns: string[] } {
  const judged = rows.flatMap(({ finding, subFindings, ...row }) => {
    if (finding === null) return []
    const sub = whole(subFindings)
    const { label: id, reasoning: reasons } = row
    return [{ ...row, id, finding, reasons, ...(sub ? { subFindings: sub } : {}), evidence: [], votes: [] }]
  })
  const { text, basis } = draftAnswer(question, judged)
  return { text, concerns: rows.filter(({ label }) => basis.includes(label)).map(({ id }) => id) }
}
