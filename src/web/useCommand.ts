import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ProblemDocument } from '#kernel/problem.ts'
import { attemptKey } from './attempt-key.ts'
import { type Answer, call, type InputOf, type OutputOf, ProblemError } from './call.ts'
import { useAcknowledge } from './kit/Acknowledgement.tsx'
import { useObstacles } from './kit/useObstacles.tsx'

interface Options<E extends Endpoint> {
  /** After acceptance and after every question on the page was asked anew. */
  readonly done?: (answer: Answer<OutputOf<E>>) => void
  /** What is told to the person; `已办理：` and the deed's title where nothing is given, nothing at all for `false`. */
  readonly said?: string | false
}

export interface Deed<E extends Endpoint> {
  /** Does the deed; undefined where it was refused (`problem` says why) or the person turned back. */
  readonly run: (input: InputOf<E>) => Promise<Answer<OutputOf<E>> | undefined>
  readonly pending: boolean
  readonly problem: ProblemDocument | undefined
  readonly dismiss: () => void
}

/**
 * One deed as a person does it: warnings ask for a written reason, step-up asks for a one-time code, and both send the
 * same input again; a refusal is kept in `problem` for ProblemPanel. The same input sent twice has one effect.
 */
export function useCommand<E extends Endpoint>(endpoint: E, { done, said }: Options<E> = {}): Deed<E> {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemDocument>()
  const attempt = useRef({ input: '', key: '' })
  const overcome = useObstacles()
  const acknowledge = useAcknowledge()
  const queries = useQueryClient()

  function keyFor(input: object): string {
    const text = JSON.stringify(input)
    if (attempt.current.input !== text) attempt.current = { input: text, key: attemptKey() }
    return attempt.current.key
  }

  async function send(
    input: InputOf<E>,
    reasons?: Record<string, string>,
  ): Promise<Answer<OutputOf<E>> | undefined> {
    const key = keyFor({ input, reasons })
    try {
      const answer = await call(endpoint, input, { key, ...(reasons ? { reasons } : {}) })
      attempt.current = { input: '', key: '' }
      return answer
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const way = await overcome(error, reasons)
      if (way === 'stop') setProblem(error.problem)
      return typeof way === 'string' ? undefined : send(input, way.reasons ?? reasons)
    }
  }

  async function run(input: InputOf<E>) {
    if (pending) return undefined
    setPending(true)
    setProblem(undefined)
    try {
      const answer = await send(input)
      if (!answer) return undefined
      await queries.invalidateQueries()
      if (said !== false)
        acknowledge({ sentence: said ?? `已办理：${endpoint.title}`, traceIndex: answer.traceIndex })
      done?.(answer)
      return answer
    } finally {
      setPending(false)
    }
  }

  return { run, pending, problem, dismiss: () => setProblem(undefined) }
}
