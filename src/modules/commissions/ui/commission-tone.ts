import type { Tone } from '#web/kit/StateTag.tsx'

const tones: Readonly<Record<string, Tone>> = {
  SUBMITTED: 'active',
  SUPPLEMENT_REQUESTED: 'soon',
  REFUSED: 'refused',
  ACCEPTED: 'active',
}

export function commissionTone(state: string): Tone {
  return tones[state] ?? 'closed'
}
