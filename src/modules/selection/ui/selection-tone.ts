import type { Tone } from '#web/kit/StateTag.tsx'

const tones: Readonly<Record<string, Tone>> = {
  DESCRIBED: 'active',
  COMMITTED: 'soon',
  OFFERED: 'active',
  DECLINED: 'waiting',
  ACCEPTED: 'active',
  VOIDED: 'refused',
}

export function selectionTone(state: string): Tone {
  return tones[state] ?? 'closed'
}
