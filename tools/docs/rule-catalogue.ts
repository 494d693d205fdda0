import type { Module } from '#kernel/command.ts'
import { rulesOf } from '#public/catalogue/rules-of.ts'

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
