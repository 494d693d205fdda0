import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Problem, problemDocument } from '#kernel/problem.ts'
import type { Logger } from './logger.ts'

/** The one place where anything thrown becomes an answer: problems as they are, defects without their inside. */
export function refuse(c: Context, error: unknown, logger: Logger): Response {
  const request = c.get('requestId') ?? ''
  const problem = asProblem(error)
  if (problem.type === 'internal')
    logger.error(
      { request, path: c.req.path, error: error instanceof Error ? error.stack : String(error) },
      'defect',
    )
  const document = problemDocument(problem, { instance: c.req.path, request })
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(problem.type === 'too-many' ? { 'retry-after': '60' } : {}),
    },
  })
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status === 413)
    return new Problem('too-large', '这次提交的内容超过了 1 MB。文件请用上传功能。')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006'].includes(code))
    return new Problem('unavailable', '数据库暂时连接不上，这次操作没有生效。')
  if (['40P01', '55P03', '57014'].includes(code))
    return new Problem('unavailable', '同时办理的人较多，这次操作没有生效，请重试。')
  return new Problem('internal', '程序出现了没有预料到的错误，这次操作没有生效。')
}
