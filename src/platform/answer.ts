import { beijingDate } from '#kernel/beijing.ts'
import type { Actor, AnyQuery } from '#kernel/command.ts'
import { type Json, toJson } from '#kernel/json.ts'
import { Problem } from '#kernel/problem.ts'
import { append } from '#log/append.ts'
import { type Engine, signature } from './execute.ts'
import { parseInput } from './parse-input.ts'
import { permit } from './permit.ts'

/** Answers a question over a handle that can only read; a reading of sealed material leaves its entry first. */
export async function answer(engine: Engine, query: AnyQuery, raw: unknown, actor: Actor): Promise<Json> {
  permit(query.allow, actor, undefined)
  const { input } = parseInput(query.endpoint.input, raw)
  const now = engine.clock.now()
  const at = {
    db: engine.database.read,
    files: engine.files,
    services: engine.services,
    input,
    actor,
    now,
    today: beijingDate(now),
  }
  const output = await query.answer(at)
  const subject = query.traced?.({ input, output })
  if (subject) {
    const refusal = engine.readOnlyBecause?.()
    if (refusal) throw new Problem('unavailable', refusal)
    await engine.database.kysely.transaction().execute(async (tx) => {
      const fields = { subject: toJson(subject), by: signature(actor), input: toJson(input) }
      await append(
        tx,
        { op: query.endpoint.id, at: now.toISOString(), fields },
        { randomBytes: engine.chance.bytes },
      )
    })
  }
  return toJson(query.endpoint.output.parse(output))
}
