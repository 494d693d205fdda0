import type { ReadDb } from '#kernel/capabilities.ts'
import { parameterAt } from '#law/parameters.ts'
import { casesConcerning } from '#modules/cases/module.ts'
import type { Need } from '../contract/selections.ts'

const YEAR = 365.25 * 86_400_000

/**
 * Institutions (organisation ids) with a case of the same people in the last years: known to this authority where it entrusted
 * the case itself, else hidden from it. Founders and controllers will join here once the directory has them.
 */
export async function conflictsWith(
  db: ReadDb,
  asked: { readonly need: Need; readonly authority: string; readonly now: Date; readonly today: string },
): Promise<{ readonly known: ReadonlySet<string>; readonly hidden: ReadonlySet<string> }> {
  const { need, authority, now, today } = asked
  const since = new Date(now.getTime() - parameterAt('conflict-years', today).value * YEAR)
  const cases = await casesConcerning(db, { names: [need.rightHolder, ...need.parties], since })
  const own = cases.filter(({ entrustingOrganisationId }) => entrustingOrganisationId === authority)
  const others = cases.filter(({ entrustingOrganisationId }) => entrustingOrganisationId !== authority)
  return {
    known: new Set(own.map(({ institutionId }) => institutionId)),
    hidden: new Set(others.map(({ institutionId }) => institutionId)),
  }
}
