import { z } from 'zod'
import { Problem } from '#kernel/problem.ts'

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
  return { input: parsed.data, reasons: parsedReasons.data }
}

function issuesOf(result: z.ZodSafeParseResult<unknown>, prefix: string) {
  if (result.success) return []
  return result.error.issues.map(({ path, message }) => ({
    path: [prefix, ...path.map(String)].filter(Boolean).join('.'),
    detail: message,
  }))
}
