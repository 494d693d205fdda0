import type { ReadDb } from '#kernel/capabilities.ts'
import { parameterAt } from '#law/parameters.ts'
import { openCasesOfInstitutions } from '#modules/cases/module.ts'
import { institutionsInRegister } from '#modules/directory/module.ts'
import type { Need } from '../contract/selections.ts'
import { type Assessment, assess } from '../rules/assess.ts'
import type { OfferRow } from '../store.ts'
import { conflictsWith } from './conflicts.ts'

interface Asked {
  readonly need: Need
  /** Organisation id. */
  readonly authority: string
  readonly offers: readonly Pick<OfferRow, 'institution_id' | 'answer'>[]
  readonly now: Date
  readonly today: string
}

/** Who may be chosen at this moment, by the register as it stands, with the size of the log at which it was read. */
export async function assessNow(
  db: ReadDb,
  { need, authority, offers, now, today }: Asked,
): Promise<Assessment & { readonly registerSize: number }> {
  const { size, institutions } = await institutionsInRegister(db)
  const { known, hidden } = await conflictsWith(db, { need, authority, now, today })
  const declined = offers.filter(({ answer }) => answer === 'DECLINED' || answer === 'LAPSED')
  const assessment = assess(need, institutions, {
    open: await openCasesOfInstitutions(db),
    full: parameterAt('institution-open-cases', today).value,
    knownConflicts: known,
    hiddenConflicts: hidden,
    declined: new Set(declined.map(({ institution_id }) => institution_id)),
    today,
  })
  return { ...assessment, registerSize: size }
}
