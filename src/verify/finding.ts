/** One thing that was checked. `holds` is null where it could not be checked with what was given (未核对). */
export interface Finding {
  /** Stable: `structure`, `signature.1.integrity`, `freeze`, `issue` … */
  readonly id: string
  /** Whether it speaks of the bytes of the file, or of whom to believe. */
  readonly about: 'content' | 'trust'
  readonly holds: boolean | null
  readonly sentence: string
  readonly detail: string
}

/** A finding that holds unless something speaks against it. */
export function unless(
  fault: { says: string; at?: number } | string | undefined,
  asked: Pick<Finding, 'id' | 'about' | 'sentence'> & { otherwise: string },
): Finding {
  const { id, about, sentence, otherwise } = asked
  if (fault === undefined) return { id, about, holds: true, sentence, detail: '' }
  const said = typeof fault === 'string' ? fault : fault.says
  const place = typeof fault === 'object' && fault.at !== undefined ? `（第 ${fault.at} 字节处）` : ''
  return { id, about, holds: false, sentence: otherwise, detail: `${said}${place}` }
}
