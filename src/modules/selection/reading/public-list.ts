import type { DrawCommitment } from '#verify/draw-evidence.ts'
import type { Need } from '../contract/selections.ts'
import { type Assessment, publicReason } from '../rules/assess.ts'

interface Given {
  readonly id: string
  readonly authority: string
  readonly need: Need
  readonly assessed: Assessment & { readonly registerSize: number }
  readonly commitment: string
  readonly size: number
  readonly openBy: string
}

/** The public field of a commitment: nothing of the case, its parties or of anybody else's case. */
export function committed({ id, authority, need, assessed, commitment, size, openBy }: Given) {
  return {
    v: 1,
    draw: id,
    authority,
    need: { ipType: need.ipType, field: need.field, region: need.region },
    register: assessed.registerSize,
    candidates: assessed.candidates.map(({ key, item }) => ({ key, item })),
    excluded: assessed.excluded.map(({ key, reason }) => ({ key, reason: publicReason(reason) })),
    commitment,
    size,
    openBy,
  } as const satisfies DrawCommitment
}
