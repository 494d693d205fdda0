import type { ReactNode } from 'react'

interface SentenceProps {
  /** `proven` only where it was checked by proof; `refused` where it must not be relied on. Each has its word. */
  readonly tone: 'plain' | 'proven' | 'refused'
  readonly word: string
  readonly children: ReactNode
}

/** The plain sentence that comes first; details stand below it. */
export function Sentence({ tone, word, children }: SentenceProps) {
  return (
    <div className={`sentence sentence-${tone}`} role="status">
      <p className="sentence-word">{word}</p>
      <p>{children}</p>
    </div>
  )
}
