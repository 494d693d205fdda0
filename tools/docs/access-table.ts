import type { Module } from '#kernel/command.ts'
import { role } from '#law/terms/role.ts'

const special: Readonly<Record<string, string>> = {
  everyone: '任何人',
  'signed-in': '任何登录人员',
  system: '系统',
}

/** Operation × role: the whole permission policy on one page, so that a change of it shows in review. */
export function accessTable(modules: readonly Module[]): string {
  const rows = modules.flatMap(({ title, commands, queries }) =>
    [...commands, ...queries].map(({ kind, endpoint, allow, ...rest }) => {
      const grants: readonly { role: string; only?: unknown; denial: string }[] = allow
      const who = grants.map((grant) => `${nameOf(grant.role)}${grant.only ? '（有条件）' : ''}`)
      const stepUp = 'stepUp' in rest && rest.stepUp ? '再次验证' : ''
      const denials = [...new Set(grants.map(({ denial }) => denial))]
      return `| ${title} | \`${endpoint.id}\` ${endpoint.title} | ${kind === 'command' ? '办理' : '查询'} | ${[...new Set(who)].join('、')} | ${stepUp} | ${denials.join('；')} |`
    }),
  )
  return [
    '# 权限：操作 × 角色',
    '',
    '没有列出的一律拒绝。“有条件”的关系写在各操作的 `allow` 里，拒绝时给出最后一栏的说明。看不到的对象按不存在答复。',
    '',
    '| 模块 | 操作 | 种类 | 谁 | 附加 | 拒绝时的说明 |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function nameOf(code: string): string {
  const known = role.codes.find((each) => each === code)
  return known ? role.label(known) : (special[code] ?? code)
}
