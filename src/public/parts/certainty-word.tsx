import { certainty } from '#law/terms/certainty.ts'

/** 已确认 where nothing else is said: what is not sure is marked in the library. */
export function certaintyWord(code: (typeof certainty.codes)[number] = 'confirmed') {
  return <span className={code === 'confirmed' ? undefined : 'tag'}>{certainty.label(code)}</span>
}
