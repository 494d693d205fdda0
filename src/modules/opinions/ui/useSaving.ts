import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ProblemDocument } from '#kernel/problem.ts'
import { attemptKey } from '#web/attempt-key.ts'
import { type Answer, ProblemError } from '#web/call.ts'

interface Saved {
  readonly version: number
  readonly savedAt: string
}

interface Options<T> {
  /** As the server last told it. */
  readonly stored: T
  readonly version: number
  readonly save: (value: T, version: number, key: string) => Promise<Answer<Saved>>
  /** Saves by itself this long after the last change; otherwise only when told to. */
  readonly pauseMs?: number
}

export interface Saving<T> {
  readonly value: T
  readonly change: (next: T) => void
  /** Saves what was changed, if anything. */
  readonly commit: () => void
  /** Gives up own changes and takes what the server has. */
  readonly takeStored: () => void
  readonly dirty: boolean
  readonly busy: boolean
  readonly savedAt: string | null
  readonly traceIndex: number | null
  readonly problem: ProblemDocument | undefined
}

/**
 * One part that people write, with its version: saved one after the other, the newest text last, and never over the work
 * of somebody else. What others saved is taken in as long as there are no changes of one's own.
 */
export function useSaving<T>({ stored, version, save, pauseMs }: Options<T>): Saving<T> {
  const queries = useQueryClient()
  const [value, setValue] = useState(stored)
  const [told, setTold] = useState<{ savedAt: string; traceIndex: number | null }>()
  const [problem, setProblem] = useState<ProblemDocument>()
  const [busy, setBusy] = useState(false)
  const at = useRef({ value: stored, version, busy: false, dirty: false, attempt: { text: '', key: '' } })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const saveNow = useRef(save)
  saveNow.current = save
  const [dirty, setDirty] = useState(false)

  function adopt(next: T, nextVersion: number) {
    at.current = { ...at.current, value: next, version: nextVersion, dirty: false }
    setValue(next)
    setDirty(false)
    setProblem(undefined)
  }

  const isOlder = version > at.current.version && !at.current.dirty && !at.current.busy
  useEffect(() => {
    if (isOlder) adopt(stored, version)
  })

  const commit = useCallback(async () => {
    const now = at.current
    if (now.busy || !now.dirty) return
    const sent = JSON.stringify([now.value, now.version])
    if (now.attempt.text !== sent) now.attempt = { text: sent, key: attemptKey() }
    Object.assign(now, { busy: true, dirty: false })
    setBusy(true)
    try {
      const { data, traceIndex } = await saveNow.current(now.value, now.version, now.attempt.key)
      at.current.version = data.version
      setTold({ savedAt: data.savedAt, traceIndex })
      setProblem(undefined)
      await queries.invalidateQueries()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      at.current.dirty = true
      setProblem(error.problem)
      return
    } finally {
      at.current.busy = false
      setBusy(false)
      setDirty(at.current.dirty)
    }
    void commit()
  }, [queries])

  const change = useCallback(
    (next: T) => {
      at.current.value = next
      at.current.dirty = true
      setValue(next)
      setDirty(true)
      if (pauseMs === undefined) return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void commit(), pauseMs)
    },
    [commit, pauseMs],
  )

  useEffect(() => {
    const leave = () => void commit()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      clearTimeout(timer.current)
      leave()
    }
  }, [commit])

  return {
    value,
    change,
    commit: () => void commit(),
    takeStored: () => adopt(stored, version),
    dirty,
    busy,
    savedAt: told?.savedAt ?? null,
    traceIndex: told?.traceIndex ?? null,
    problem,
  }
}
