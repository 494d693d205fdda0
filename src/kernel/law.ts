/** A clause of a normative document, as cited by a rule. `id` is e.g. `国知发保字〔2022〕32号#二（八）`. */
export interface Clause {
  readonly id: string
  readonly source: string
  readonly title: string
  readonly key: string
  readonly heading: string
  readonly says: string
}

export interface ClauseText {
  readonly heading: string
  /** Our own one-line summary, not the official sentence. */
  readonly says: string
  /** True where software must do something; a test asks for a rule or screen that cites it. */
  readonly duty?: true
  /** How sure the content is; anything but confirmed is shown so and stays configurable. */
  readonly certainty?: 'confirmed' | 'analogous' | 'uncertain'
}

export interface Source<K extends string = string> {
  readonly id: string
  readonly title: string
  readonly inForceFrom: string
  readonly inForceUntil?: string
  readonly clauses: Readonly<Record<K, ClauseText>>
  clause(key: K): Clause
}

/** Declares a normative document. Citing a clause that it does not have does not compile. */
export function source<const K extends string>(document: Omit<Source<K>, 'clause'>): Source<K> {
  return {
    ...document,
    clause: (key) => {
      const { heading, says } = document.clauses[key]
      return { id: `${document.id}#${key}`, source: document.id, title: document.title, key, heading, says }
    },
  }
}
