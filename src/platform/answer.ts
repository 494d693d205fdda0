import { beijingDate } from '#kernel/beijing.ts'
import type { Actor, AnyQuery, Subject } from '#kernel/command.ts'
import { type Json, toJson } from '#kernel/json.ts'
import { Problem } from '#kernel/problem.ts'
import type { Engine } from './execute.ts'
import { parseInput } from './parse-input.ts'
import { permit, permitAnonymous } from './permit.ts'
import { leavesTrace, refusedAttempt, signature } from './refused-attempt.ts'
import { traceReading } from './trace-reading.ts'

/**
 * Answers a question over a handle that can only read. A reading of sealed material leaves its entry before it is given
 * out; refused, it leaves a refused attempt, of which the answer shows nothing.
 */
export async function answer(engine: Engine, query: AnyQuery, raw: unknown, actor: Actor): Promise<Json> {
  if (actor.kind === 'anonymous') permitAnonymous(query.allow)
  const { input } = parseInput(query.endpoint.input, raw)
  const now = engine.clock.now()
  const db = engine.database.read
  const sealed = await query.traced?.({ db, input })
  const op = query.endpoint.id
  try {
    permit(query.allow, actor, undefined)
    const { files, services } = engine
    const output = await query.answer({ db, files, services, input, actor, now, today: beijingDate(now) })
    if (sealed) {
      demandWritable(engine)
      const fields = { subject: toJson(sealed), by: signature(actor), input: toJson(input) }
      await traceReading(engine, { op, fields, actor, now, subject: sealed })
    }
    return toJson(query.endpoint.output.parse(output))
  } catch (error) {
    if (sealed && error instanceof Problem && leavesTrace(error, actor))
      await traceRefusal(engine, { op, subject: sealed, actor, now, problem: error })
    throw error
  }
}

function demandWritable(engine: Engine): void {
  const refusal = engine.readOnlyBecause?.()
  if (refusal) throw new Problem('unavailable', refusal)
}

interface RefusedReading {
  readonly op: string
  readonly subject: Subject
  readonly actor: Actor
  readonly now: Date
  readonly problem: Problem
}

/** While writing is refused the attempt goes untraced: nothing was read, and any other answer would tell what exists. */
async function traceRefusal(engine: Engine, { op, subject, actor, now, problem }: RefusedReading) {
  if (engine.readOnlyBecause?.()) return
  const refused = refusedAttempt({ attempted: op, subject, actor, problem })
  await traceReading(engine, { ...refused, actor, now, subject })
}
