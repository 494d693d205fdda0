/** `waiting` neutral · `active` blue · `proven` green, only for what is proven · `refused` vermilion · `closed` grey · `soon` amber. */
export type Tone = 'waiting' | 'active' | 'proven' | 'refused' | 'closed' | 'soon'

interface StateTagProps {
  /** A lifecycle or a term: anything that names its codes. */
  readonly of:
    | { readonly states: Readonly<Record<string, string>> }
    | { readonly labels: Readonly<Record<string, string>> }
  readonly state: string
  readonly tone?: Tone
}

/** The state in words, with a tone that never stands alone. */
export function StateTag({ of, state, tone = 'waiting' }: StateTagProps) {
  const words = 'states' in of ? of.states : of.labels
  return <span className={`state-tag tone-${tone}`}>{words[state] ?? state}</span>
}
