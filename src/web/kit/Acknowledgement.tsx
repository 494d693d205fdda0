import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { TraceMark } from './TraceMark.tsx'

interface Said {
  readonly sentence: string
  readonly traceIndex: number | null
}

const AcknowledgeContext = createContext<((said: Said) => void) | undefined>(undefined)

/** Tells the person that a deed was accepted: "已受理 · 已留痕 #4711". `useCommand` does it for every deed. */
export function useAcknowledge(): (said: Said) => void {
  const acknowledge = useContext(AcknowledgeContext)
  if (!acknowledge) throw new Error('useAcknowledge outside AcknowledgementHost')
  return acknowledge
}

const SHOWN_MS = 12_000

/** A quiet line at the foot of the window, read out by screen readers; the trace keeps what it says. */
export function AcknowledgementHost({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<Said>()
  const acknowledge = useCallback((next: Said) => setSaid({ ...next }), [])
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <AcknowledgeContext value={acknowledge}>
      {children}
      <div role="status" className={said ? 'acknowledgement' : 'visually-hidden'}>
        {said && (
          <>
            <span>{said.sentence}</span>
            {said.traceIndex !== null && <TraceMark index={said.traceIndex} />}
            <button type="button" className="plain-button" onClick={() => setSaid(undefined)}>
              知道了
            </button>
          </>
        )}
      </div>
    </AcknowledgeContext>
  )
}
