import { keepPreviousData, type UseQueryResult, useQuery as useTanstackQuery } from '@tanstack/react-query'
import type { Endpoint } from '#kernel/endpoint.ts'
import { call, type InputOf, type OutputOf, type ProblemError } from './call.ts'

interface Asking {
  readonly enabled?: boolean
  /** Asks again every so many seconds while the page is looked at. */
  readonly everySeconds?: number
  /** Shows the former answer until the new one is here: for lists whose filters change, never for pages of one thing. */
  readonly keep?: true
}

/** Asks one question of the server. Any accepted deed anywhere makes every question be asked anew. */
export function useQuery<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { enabled = true, everySeconds, keep }: Asking = {},
): UseQueryResult<OutputOf<E>, ProblemError> {
  return useTanstackQuery<OutputOf<E>, ProblemError>({
    queryKey: [endpoint.id, input],
    queryFn: async ({ signal }) => (await call(endpoint, input, { signal })).data,
    enabled,
    ...(everySeconds ? { refetchInterval: everySeconds * 1000 } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })
}
