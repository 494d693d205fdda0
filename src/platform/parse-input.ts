import { z } from 'zod'
import { type FieldIssue, Problem } from '#kernel/problem.ts'

const reasonsSchema = z.record(z.string().max(80), z.string().trim().min(2).max(500))

/**
 * Parses a request strictly: unknown fields are refused by name. `reasons` (rule id → written reason) may accompany
 * any command; it overrides warnings only.
 */
export function parseInput(
  schema: z.ZodObject,
  raw: unknown,
): { input: Record<string, unknown>; reasons: Readonly<Record<string, string>> } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new Problem('malformed', '请求内容应当是一个 JSON 对象。')
  const { reasons, ...rest } = raw as Record<string, unknown> // narrowed to a plain object above
  const parsedReasons = reasonsSchema.safeParse(reasons ?? {})
  const parsed = schema.strict().safeParse(rest)
  const issues = [...issuesOf(parsed, ''), ...issuesOf(parsedReasons, 'reasons')]
  if (!parsed.success || !parsedReasons.success)
    throw new Problem('malformed', `有 ${issues.length} 处填写需要改正。`, { issues })
  const unstorable = notText(parsed.data)
  if (unstorable.length > 0)
    throw new Problem('malformed', `有 ${unstorable.length} 处填写需要改正。`, { issues: unstorable })
  return { input: parsed.data, reasons: parsedReasons.data }
}

function issuesOf(result: z.ZodSafeParseResult<unknown>, prefix: string) {
  if (result.success) return []
  return result.error.issues.map(({ path, message }) => ({
    path: [prefix, ...path.map(String)].filter(Boolean).join('.'),
    detail: message,
  }))
}

/**
 * Half characters and U+0000 are no text: the database takes neither, whatever a contract lets through. Walked without
 * recursion, for a form may be nested as deep as a megabyte allows.
 */
function notText(input: unknown): FieldIssue[] {
  const issues: FieldIssue[] = []
  const waiting: { value: unknown; path: string }[] = [{ value: input, path: '' }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      issues.push({ path, detail: '含有不能保存的控制字符或残缺的字，请删去后重填' })
    if (typeof value !== 'object' || value === null) continue
    for (const [name, each] of Object.entries(value)) {
      if (name.includes('\0') || !name.isWellFormed())
        issues.push({ path, detail: '含有不能保存的字段名，请用本平台的页面填写' })
      waiting.push({ value: each, path: path ? `${path}.${name}` : name })
    }
  }
  return issues
}
