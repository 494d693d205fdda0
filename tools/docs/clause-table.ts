import type { Module } from '#kernel/command.ts'
import { library } from '#law/library.ts'
import { certainty as certaintyTerm } from '#law/terms/certainty.ts'
import { type CataloguedRule, rulesCiting, rulesOf } from '#public/catalogue/rules-of.ts'

/** Clause → rules → operations. Clauses that ask something of software and have no rule yet say so. */
export function clauseTable(modules: readonly Module[]): string {
  const rules = rulesOf(modules)
  const sections = library.map((source) => {
    const rows = Object.entries(source.clauses).map(([key, { heading, says, duty, certainty }]) => {
      const citing = rulesCiting(rules, `${source.id}#${key}`)
      const sure = certainty && certainty !== 'confirmed' ? certaintyTerm.label(certainty) : ''
      return `| ${key} | ${heading} | ${says} | ${sure} | ${cited(citing) || (duty ? '尚无规则' : '')} |`
    })
    return [
      `## ${source.title}（${source.id}）`,
      '',
      '| 条款 | 标题 | 摘要（本平台概括） | 把握程度 | 引用它的规则 |',
      '|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n')
  })
  return `# 条款与规则\n\n${sections.join('\n')}`
}

function cited(rules: readonly CataloguedRule[]): string {
  return rules.map(({ rule }) => `\`${rule.id}\``).join(' ')
}
