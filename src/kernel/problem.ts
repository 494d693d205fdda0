import type { Finding } from './rule.ts'

/** The refusal vocabulary (RFC 9457). Each type has a public page at /problems/<type>. */
export const problems = {
  malformed: { status: 400, title: '填写内容不符合格式', advice: '请按每一项下方的提示改正后重新提交。' },
  unauthenticated: { status: 401, title: '请先登录', advice: '登录后会回到原来的页面。' },
  'step-up-required': {
    status: 401,
    title: '需要再次验证身份',
    advice: '签名、签发等操作前，请再输入一次动态口令。',
  },
  'not-permitted': {
    status: 403,
    title: '无权办理',
    advice: '请由说明中所列的人员办理，或请本单位管理员核对您的角色。',
  },
  'not-found': { status: 404, title: '未找到', advice: '请核对编号；如果它属于其他单位或案件，您无权查看。' },
  'wrong-state': {
    status: 409,
    title: '当前状态不能这样办理',
    advice: '请刷新页面，查看案件目前到了哪一步、谁办理的。',
  },
  'stale-version': { status: 409, title: '内容已被他人更新', advice: '请刷新后在最新内容上修改。' },
  'key-reused': { status: 409, title: '重复提交标识用于了不同的内容', advice: '请刷新页面后重新提交。' },
  'too-large': { status: 413, title: '提交的内容过大', advice: '文件请用上传功能，不要粘贴在表单里。' },
  'rule-violated': { status: 422, title: '不符合规定', advice: '请按每条规则给出的办法处理。' },
  'too-many': { status: 429, title: '操作过于频繁', advice: '请稍候再试。' },
  unavailable: {
    status: 503,
    title: '暂时不能办理',
    advice: '系统正在恢复，已办理的事项不会丢失，请稍后再试。',
  },
  internal: {
    status: 500,
    title: '系统内部错误',
    advice: '请把请求编号告诉管理员；未完成的操作没有生效，可以重试。',
  },
} as const

export type ProblemType = keyof typeof problems

export interface FieldIssue {
  readonly path: string
  readonly detail: string
}

/** A refusal that the person can act on. Anything else that is thrown is a defect. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly detail: string
  readonly violations: readonly Finding[]
  readonly issues: readonly FieldIssue[]

  constructor(
    type: ProblemType,
    detail: string,
    more: { violations?: readonly Finding[]; issues?: readonly FieldIssue[] } = {},
  ) {
    super(`${type}: ${detail}`)
    this.type = type
    this.detail = detail
    this.violations = more.violations ?? []
    this.issues = more.issues ?? []
  }
}

/** The one shape in which a refusal leaves the server. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly advice: string
  readonly instance: string
  readonly request: string
  readonly violations: readonly Finding[]
  readonly issues: readonly FieldIssue[]
}

export function problemDocument(
  problem: Problem,
  at: { instance: string; request: string },
): ProblemDocument {
  const { status, title, advice } = problems[problem.type]
  return {
    type: `/problems/${problem.type}`,
    title,
    status,
    detail: problem.detail,
    advice,
    ...at,
    violations: problem.violations,
    issues: problem.issues,
  }
}
