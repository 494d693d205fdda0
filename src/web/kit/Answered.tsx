import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ProblemError } from '../call.ts'
import { Loading } from './Loading.tsx'
import { Refused } from './Refused.tsx'

interface AnsweredProps<D> {
  readonly query: UseQueryResult<D, ProblemError>
  readonly what?: string
  readonly children: (data: D) => ReactNode
}

/** Draws the answer of a question, or that it is on its way, or why it was refused. */
export function Answered<D>({ query, what, children }: AnsweredProps<D>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Refused error={query.error} again={() => void query.refetch()} />
  return <Loading {...(what ? { what } : {})} />
}
