import { createHash } from 'node:crypto'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { ChartRow, Claim } from '../contract/chart.ts'
import type { SectionCode } from '../contract/draft.ts'
import { answersOf, claimsOf, rowsOf, sectionsOf } from '../store.ts'
import { appraisersOf, type TeamMember } from './workbench.ts'

/** Everything that people wrote into the opinion: the chart with votes and dissents, the sections, the answers. */
export interface DraftContent {
  readonly appraisers: readonly TeamMember[]
  readonly claims: readonly Claim[]
  readonly rows: readonly ChartRow[]
  readonly sections: readonly {
    readonly section: SectionCode
    readonly about: string
    readonly text: string
  }[]
  readonly answers: readonly {
    readonly no: number
    readonly text: string
    readonly concerns: readonly string[]
  }[]
}

export async function draftContent(db: ReadDb, caseId: string): Promise<DraftContent> {
  const sections = await sectionsOf(db, caseId)
  const answers = await answersOf(db, caseId)
  return {
    appraisers: await appraisersOf(db, caseId),
    claims: await claimsOf(db, caseId),
    rows: await rowsOf(db, caseId),
    sections: sections.map(({ section, about, text }) => ({ section, about, text })),
    answers: answers.map(({ question_no: no, text, concerns }) => ({ no, text, concerns })),
  }
}

/** SHA-256 (hex) of the content as JSON: equal only where every word, vote and citation is. */
export function contentHash(content: DraftContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
