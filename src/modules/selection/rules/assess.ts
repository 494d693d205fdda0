import { plainName } from '#law/identifiers/plain-name.ts'
import type { Exclusion } from '#law/terms/selection.ts'
import type { InstitutionBody } from '#modules/directory/contract/register.ts'
import type { Need } from '../contract/selections.ts'
import type { Cause, Eligible, Excluded } from '../store.ts'

/** One institution of the register, as `institutionsInRegister` gives it. */
export interface Pooled extends Eligible, Pick<InstitutionBody, 'creditCode' | 'state' | 'scope'> {}

export interface Circumstances {
  /** Cases under way by organisation id, and from how many on an institution is full. */
  readonly open: ReadonlyMap<string, number>
  readonly full: number
  /** Organisation ids with a case of the same people: entrusted by this authority, or by others. */
  readonly knownConflicts: ReadonlySet<string>
  readonly hiddenConflicts: ReadonlySet<string>
  /** Organisation ids that declined this very matter. */
  readonly declined: ReadonlySet<string>
  readonly today: string
}

export interface Assessment {
  readonly candidates: readonly Eligible[]
  readonly excluded: readonly Excluded[]
  readonly causes: readonly Cause[]
}

type Judged = { readonly reason: Exclusion; readonly cause?: Cause['cause'] }

/** Who may be chosen for a need and why the others may not. Whoever left the list is no longer an institution of it. */
export function assess(need: Need, pool: readonly Pooled[], circumstances: Circumstances): Assessment {
  const named = new Set([need.rightHolder, ...need.parties].map(plainName).filter((name) => name !== ''))
  const candidates: Eligible[] = []
  const excluded: Excluded[] = []
  const causes: Cause[] = []
  for (const each of pool) {
    if (each.state === 'EXITED' || each.state === 'REMOVED') continue
    const { key, item, institutionId, name, number, region } = each
    const against = judge(each, need, { ...circumstances, named })
    if (!against) candidates.push({ key, item, institutionId, name, number, region })
    else excluded.push({ key, name, number, reason: against.reason })
    if (against?.cause) causes.push({ key, cause: against.cause })
  }
  return { candidates, excluded, causes }
}

function judge(
  each: Pooled,
  need: Need,
  c: Circumstances & { readonly named: ReadonlySet<string> },
): Judged | undefined {
  if (!coversNow(each, need, c.today)) return { reason: 'SCOPE' }
  if (each.state !== 'LISTED') return { reason: 'STATE' }
  if (need.region !== null && !each.region.startsWith(need.region)) return { reason: 'REGION' }
  const itself = c.named.has(plainName(each.name))
  if (itself || c.knownConflicts.has(each.institutionId)) return { reason: 'CONFLICT', cause: 'CONFLICT' }
  if (c.declined.has(each.institutionId)) return { reason: 'DECLINED' }
  // one answer for both, so that a conflict out of somebody else's case cannot be told from a full desk
  if (c.hiddenConflicts.has(each.institutionId)) return { reason: 'RESERVED', cause: 'CONFLICT' }
  if ((c.open.get(each.institutionId) ?? 0) >= c.full) return { reason: 'RESERVED', cause: 'LOAD' }
  return undefined
}

/** A scope without a field covers every field of its kind; where no field is asked for, the kind decides. */
function coversNow({ scope }: Pooled, { ipType, field }: Need, today: string): boolean {
  return scope.some(
    (part) =>
      part.state === 'IN_FORCE' &&
      part.ipType === ipType &&
      (field === null || part.field === null || part.field === field) &&
      part.from <= today &&
      (part.until === null || part.until >= today),
  )
}

/** What the public may read of a reason: neither a conflict nor a full desk. */
export function publicReason(reason: Exclusion): Exclusion {
  return reason === 'CONFLICT' ? 'RESERVED' : reason
}
