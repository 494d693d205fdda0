import { useCallback, useEffect, useRef, useState } from 'react'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ProblemDocument } from '#kernel/problem.ts'
import { call, type InputOf, type OutputOf, ProblemError } from './call.ts'

export interface DraftState {
  /** ISO time of the last save as the server tells it; null before the first. */
  readonly savedAt: string | null
  readonly saving: boolean
  readonly problem: ProblemDocument | undefined
}

/** A function is asked at the moment of sending: for what the save before it decides, such as a version. */
type Latest<E extends Endpoint> = InputOf<E> | (() => InputOf<E>)

const PAUSE_MS = 1200
const AGAIN_MS = 5000

/** Saves a draft as it is typed, a moment after the last keystroke, one save at a time, the newest text last. */
export function useDraft<E extends Endpoint>(
  endpoint: E,
  savedAtOf: (output: OutputOf<E>) => string,
  before: string | null = null,
): { readonly state: DraftState; readonly edit: (input: Latest<E>) => void; readonly drop: () => void } {
  const [state, setState] = useState<DraftState>({ savedAt: before, saving: false, problem: undefined })
  const waiting = useRef<Latest<E> | undefined>(undefined)
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const readTime = useRef(savedAtOf)
  readTime.current = savedAtOf

  const save = useCallback(async () => {
    const input = waiting.current
    if (busy.current || input === undefined) return
    busy.current = true
    waiting.current = undefined
    setState((now) => ({ ...now, saving: true }))
    try {
      const { data } = await call(endpoint, typeof input === 'function' ? input() : input)
      setState({ savedAt: readTime.current(data), saving: false, problem: undefined })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setState((now) => ({ ...now, saving: false, problem: error.problem }))
      if (error.problem.status >= 500) {
        // not received: kept, and sent again in a while, or with what is typed next
        waiting.current ??= input
        clearTimeout(timer.current)
        timer.current = setTimeout(() => void save(), AGAIN_MS)
        return
      }
    } finally {
      busy.current = false
    }
    void save()
  }, [endpoint])

  const edit = useCallback(
    (input: Latest<E>) => {
      waiting.current = input
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), PAUSE_MS)
    },
    [save],
  )

  useEffect(() => {
    const now = () => void save()
    addEventListener('pagehide', now)
    return () => {
      removeEventListener('pagehide', now)
      clearTimeout(timer.current)
      void save()
    }
  }, [save])

  /** What was typed last is no longer wanted: the form was sent. */
  const drop = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current = undefined
  }, [])

  return { state, edit, drop }
}
