import type { Module } from '#kernel/command.ts'
import type { Rule } from '#kernel/rule.ts'

export interface CataloguedRule {
  readonly rule: Rule<never>
  /** Ids of the operations that judge it. */
  readonly operations: readonly string[]
}

/** Every rule that some command judges, with the operations that judge it, by number in the rule book. */
export function rulesOf(modules: readonly Module[]): readonly CataloguedRule[] {
  const found = new Map<string, { rule: Rule<never>; operations: string[] }>()
  for (const command of modules.flatMap(({ commands }) => commands)) {
    const rules: readonly Rule<never>[] = [...(command.rules ?? []), ...(command.formRules ?? [])]
    for (const rule of rules) {
      const entry = found.get(rule.id) ?? { rule, operations: [] }
      if (!entry.operations.includes(command.endpoint.id)) entry.operations.push(command.endpoint.id)
      found.set(rule.id, entry)
    }
  }
  return [...found.values()].sort(
    (a, b) => a.rule.brief.localeCompare(b.rule.brief) || a.rule.id.localeCompare(b.rule.id),
  )
}

/** The rules that cite a clause, by its id as it stands in findings. */
export function rulesCiting(rules: readonly CataloguedRule[], clauseId: string): readonly CataloguedRule[] {
  return rules.filter(({ rule }) => rule.basis.some(({ id }) => id === clauseId))
}
