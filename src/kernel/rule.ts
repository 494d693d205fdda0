import type { NonEmpty } from './json.ts'
import type { Clause } from './law.ts'

/** `warn` passes only with the actor's written reason; `fail` never passes. */
export type Verdict =
  | 'pass'
  | 'not-applicable'
  | { readonly warn: string; readonly remedy?: string; readonly field?: string }
  | { readonly fail: string; readonly remedy: string; readonly field?: string }

/** A clause-citing rule: data plus one pure check, the same object on server, screen, documentation and tests. */
export interface Rule<F> {
  readonly id: string
  /** Number in the rule book of the domain brief, e.g. `A-07`. */
  readonly brief: string
  readonly says: string
  readonly basis: NonEmpty<Clause>
  /** ISO dates (Beijing) between which the rule applies. */
  readonly inForceFrom?: string
  readonly inForceUntil?: string
  check(facts: F): Verdict
}

export type Outcome = 'pass' | 'not-applicable' | 'not-in-force' | 'warn' | 'fail'

/** One judged rule, as shown in a refusal and kept in the trace. */
export interface Finding {
  readonly rule: string
  readonly brief: string
  readonly says: string
  readonly basis: readonly string[]
  readonly outcome: Outcome
  readonly detail: string
  readonly remedy: string
  readonly field: string | null
  /** The actor's written reason where a warning was overridden. */
  readonly reason: string | null
}

export function rule<F>(definition: Rule<F>): Rule<F> {
  return definition
}

/** Judges every rule, skipping none, as in force on the given Beijing date (YYYY-MM-DD). */
export function judge<F>(rules: readonly Rule<F>[], facts: F, on: string): readonly Finding[] {
  return rules.map((each) => finding(each, inForce(each, on) ? each.check(facts) : 'not-in-force'))
}

function inForce(each: { inForceFrom?: string; inForceUntil?: string }, on: string): boolean {
  return (each.inForceFrom ?? '') <= on && on <= (each.inForceUntil ?? '9999')
}

function finding<F>(each: Rule<F>, verdict: Verdict | 'not-in-force'): Finding {
  const base = {
    rule: each.id,
    brief: each.brief,
    says: each.says,
    basis: each.basis.map((clause) => clause.id),
    reason: null,
  }
  if (typeof verdict === 'string') return { ...base, outcome: verdict, detail: '', remedy: '', field: null }
  const outcome = 'fail' in verdict ? 'fail' : 'warn'
  const detail = 'fail' in verdict ? verdict.fail : verdict.warn
  return { ...base, outcome, detail, remedy: verdict.remedy ?? '', field: verdict.field ?? null }
}
