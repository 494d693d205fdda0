import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import { type ListedAppraiser, qualifiedAppraisers } from './appraisers.ts'
import { type Asked, covers } from './competence.ts'
import { findInstitution, type ListedInstitution } from './listing.ts'
import type { Scope } from './scopes.ts'

/** What the directory said on the day of acceptance; stored with the case and never recomputed. */
export interface QualificationSnapshot {
  readonly list: string
  readonly on: string
  readonly asked: { readonly ipType: string; readonly field: string | null }
  readonly institution: Omit<ListedInstitution, 'scopes'>
  /** The scopes that cover the matter. */
  readonly scopes: readonly Scope[]
  readonly appraisers: readonly ListedAppraiser[]
}

export async function qualificationSnapshot(
  db: ReadDb,
  institutionId: string,
  asked: Asked,
): Promise<QualificationSnapshot> {
  const found = await findInstitution(db, institutionId, asked.on)
  if (!found) throw new Problem('not-found', '名录中没有这个机构。')
  const { scopes, ...institution } = found
  return {
    list: '知识产权鉴定机构名录',
    on: beijingDate(asked.on),
    asked: { ipType: asked.ipType, field: asked.field ?? null },
    institution,
    scopes: scopes.filter(({ ipType, field }) => covers({ ip_type: ipType, wipo_field: field ?? '' }, asked)),
    appraisers: await qualifiedAppraisers(db, institutionId, asked),
  }
}
