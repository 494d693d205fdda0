interface Clause {
  readonly no: string
  readonly heading: string
  readonly says: string
  readonly bearing: string
  readonly rules: readonly string[]
}

interface Texts {
  readonly then: readonly Clause[]
  readonly now: readonly Clause[]
}

/** Which clauses came, went or read otherwise, and which rules of the platform they name; `ruleSays` by rule id. */
export function changesBetween({ then, now }: Texts, ruleSays: ReadonlyMap<string, string>) {
  const before = new Map(then.map((clause) => [clause.no, clause]))
  const after = new Map(now.map((clause) => [clause.no, clause]))
  const missing = (from: Map<string, Clause>, to: Map<string, Clause>) =>
    [...from.keys()].filter((no) => !to.has(no))
  const changed = now.filter((clause) => {
    const old = before.get(clause.no)
    return old !== undefined && !sameWords(old, clause)
  })
  return {
    clauses: {
      added: missing(after, before),
      dropped: missing(before, after),
      changed: changed.map(({ no }) => no),
    },
    rules: rulesNamed({ then, now }).map((named) => ({ ...named, says: ruleSays.get(named.id) ?? '' })),
  }
}

function sameWords(a: Clause, b: Clause): boolean {
  return a.heading === b.heading && a.says === b.says && a.bearing === b.bearing
}

function rulesNamed({ then, now }: Texts) {
  const naming = (clauses: readonly Clause[], id: string) =>
    clauses.filter(({ rules }) => rules.includes(id)).map(({ no }) => no)
  const ids = [...new Set([...then, ...now].flatMap(({ rules }) => rules))].sort()
  return ids.map((id) => {
    const [old, present] = [naming(then, id), naming(now, id)]
    return { id, clauses: [...new Set([...old, ...present])], change: changeOf(old, present) }
  })
}

function changeOf(old: readonly string[], present: readonly string[]): 'KEPT' | 'ADDED' | 'DROPPED' {
  if (present.length === 0) return 'DROPPED'
  return old.length === 0 ? 'ADDED' : 'KEPT'
}
