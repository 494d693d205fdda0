import type { Tone } from '#web/kit/StateTag.tsx'

const tones: Readonly<Record<string, Tone>> = {
  SUSPENDED: 'soon',
  ISSUED: 'active',
  DELIVERED: 'active',
  CLOSED: 'closed',
  TERMINATED: 'closed',
  WITHDRAWN: 'closed',
}

/** The tone of a case's state; what is under way is blue. */
export function caseTone(state: string): Tone {
  return tones[state] ?? 'active'
}
