import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { Json } from '#kernel/json.ts'
import { Problem } from '#kernel/problem.ts'

declare module '#kernel/tables.ts' {
  interface Tables {
    request_answer: {
      key: string
      account_id: string
      op: string
      input_sha256: string
      at: Date
      answer: string | null
      trace_index: number | null
    }
  }
}

interface Request {
  readonly key: string | undefined
  readonly actor: Actor
  readonly op: string
  readonly inputSha256: string
  readonly at: Date
}

interface Answer {
  readonly answer: Json
  readonly traceIndex: number | null
}

/**
 * Claims the key, or returns what was answered to it before. The insert waits for a request with the same key that is
 * still running, so that a double click has one effect.
 */
export async function storedAnswer(tx: Tx, request: Request): Promise<Answer | undefined> {
  if (!request.key || !request.actor.accountId) return undefined
  const key = `${request.actor.accountId}:${request.key}`
  const claimed = await tx
    .insertInto('request_answer')
    .values({
      key,
      account_id: request.actor.accountId,
      op: request.op,
      input_sha256: request.inputSha256,
      at: request.at,
      answer: null,
      trace_index: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  const before = await tx
    .selectFrom('request_answer')
    .select(['op', 'input_sha256', 'answer', 'trace_index'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (before.op !== request.op || before.input_sha256 !== request.inputSha256)
    throw new Problem('key-reused', '这个提交标识（Idempotency-Key）已经用于另一次不同的提交。')
  return { answer: before.answer as Json, traceIndex: before.trace_index } // json comes back parsed, its keys in their order
}

export async function rememberAnswer(
  tx: Tx,
  request: Request,
  { answer, traceIndex }: Answer,
): Promise<void> {
  if (!request.key || !request.actor.accountId) return
  await tx
    .updateTable('request_answer')
    .set({ answer: JSON.stringify(answer), trace_index: traceIndex })
    .where('key', '=', `${request.actor.accountId}:${request.key}`)
    .executeTakeFirstOrThrow()
}
