import type { Module } from '#kernel/command.ts'
import type { Rule } from '#kernel/rule.ts'

export interface CataloguedRule {
  readonly rule: Rule<never>
  readonly operations: readonly string[]
}

/** Every rule that some command judges, with the operations that judge it. */
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

export function ruleCatalogue(modules: readonly Module[]): string {
  const rows = rulesOf(modules).map(({ rule, operations }) => {
    const basis = rule.basis.map(({ id }) => id).join('<br>')
    return `| ${rule.brief} | \`${rule.id}\` | ${rule.says} | ${basis} | ${operations.map((id) => `\`${id}\``).join(' ')} |`
  })
  return [
    '# 规则目录',
    '',
    '拒绝时给出的规则代号在这里查，也可以直接在源代码中搜索该代号：每个代号只有一处定义。',
    '',
    '| 编号 | 代号 | 内容 | 依据 | 在哪些操作中判断 |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
