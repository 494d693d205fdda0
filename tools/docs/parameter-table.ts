import { parameters } from '#law/parameters.ts'
import { certainty as certaintyTerm } from '#law/terms/certainty.ts'
import { procedureProfile } from '#law/terms/entrusting-type.ts'

/** The numbers that an authority may change, with source and dates. */
export function parameterTable(): string {
  const rows = parameters.map(({ id, title, value, unit, source, profiles, from, until, certainty }) => {
    const where = profiles?.map((code) => procedureProfile.label(code)).join('、') ?? '全部'
    return `| \`${id}\` | ${title} | ${value} ${unit} | ${where} | ${from} 至 ${until ?? '—'} | ${source.id} | ${certaintyTerm.label(certainty)} |`
  })
  return [
    '# 参数',
    '',
    '| 代号 | 名称 | 值 | 适用程序 | 起止 | 来源 | 把握程度 |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
