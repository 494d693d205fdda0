import { StateTag } from '#web/kit/StateTag.tsx'
import type { MaterialShown } from '../contract/materials.ts'
import { needsIdentityCheck } from '../rules/custody.ts'

const standing = {
  labels: {
    CITABLE: '可作为依据',
    UNCONFIRMED: '待委托方确认',
    PENDING: '待质证',
    DISPUTED: '有争议，待认定',
    IDENTITY: '待核对同一性',
    NOT_THE_SAME: '与清单不符',
  },
} as const

/** In one word, whether the opinion may rest on this material, and if not, what is missing first. */
export function MaterialStanding({ material }: { readonly material: MaterialShown }) {
  const state = standingOf(material)
  const tone = state === 'CITABLE' ? 'active' : state === 'NOT_THE_SAME' ? 'refused' : 'waiting'
  return <StateTag of={standing} state={state} tone={tone} />
}

function standingOf(material: MaterialShown): keyof typeof standing.labels {
  const { confirmed, crossExamination, kind, identityMatches } = material
  if (identityMatches === false) return 'NOT_THE_SAME'
  if (!confirmed) return 'UNCONFIRMED'
  if (crossExamination === 'PENDING' || crossExamination === 'DISPUTED') return crossExamination
  return needsIdentityCheck(kind) && identityMatches === null ? 'IDENTITY' : 'CITABLE'
}
