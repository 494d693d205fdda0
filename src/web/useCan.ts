import { useQuery as useTanstackQuery } from '@tanstack/react-query'
import type { Finding } from '#kernel/rule.ts'
import { fetchJson, type ProblemError } from './call.ts'

/** What the actor may do now with a subject and, where not, why. Mirrors `platform/possibilities.ts`. */
export interface Possibility {
  readonly ok: boolean
  readonly title: string
  readonly because: string
  readonly findings: readonly Finding[]
}

/** By operation id; a deed of people whose role the actor lacks is absent. */
export type Possibilities = Readonly<Record<string, Possibility>>

/** `useCan('/commissions', id)['commission.accept']` → give it to `ActionButton`. Empty until the answer is here. */
export function useCan(base: `/${string}`, id: string): Possibilities {
  const { data } = useTanstackQuery<Possibilities, ProblemError>({
    queryKey: ['can', base, id],
    queryFn: ({ signal }) => fetchJson(`${base}/${encodeURIComponent(id)}/can`, signal),
  })
  return data ?? {}
}
