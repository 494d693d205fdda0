import { beijingDate } from '#kernel/beijing.ts'
import type { Actor, AnyCommand } from '#kernel/command.ts'
import type { Json } from '#kernel/json.ts'
import { next } from '#kernel/lifecycle.ts'
import { Problem } from '#kernel/problem.ts'
import { type Finding, judge } from '#kernel/rule.ts'
import type { Engine } from './execute.ts'
import { permission } from './permit.ts'
import { withoutLocks } from './without-locks.ts'

export interface Possibility {
  readonly ok: boolean
  readonly title: string
  readonly because: string
  readonly findings: readonly Finding[]
}

/**
 * What this actor may do now with this subject, and why not: the steps of `execute` up to the rules, without `run`.
 * Buttons are drawn from it. Commands of people who hold none of the roles are left out. It takes no lock and sees one
 * moment: what holds then may have changed when the person acts, and `execute` judges anew.
 */
export async function possibilities(
  engine: Engine,
  commands: readonly AnyCommand[],
  target: Record<string, string>,
  actor: Actor,
): Promise<Record<string, Json>> {
  const now = engine.clock.now()
  const look = engine.database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
  const found = await look.execute(async (locking) => {
    const tx = locking.withPlugin(withoutLocks)
    const entries: [string, Possibility][] = []
    let missing: Problem | undefined
    for (const command of commands) {
      if (
        !command.allow.some(
          ({ role }: { role: string }) => actor.roles.includes(role) || role === 'signed-in',
        )
      )
        continue
      const facts = await loaded(command, { tx, target, actor, now })
      if (facts instanceof Problem) missing = facts
      else entries.push([command.endpoint.id, await possibility(command, facts)])
    }
    // A deed of another kind of subject (the grant of an exit, where a removal is asked) is left out; what exists for none is not there.
    if (missing && entries.length === 0) throw missing
    return entries
  })
  return JSON.parse(JSON.stringify(Object.fromEntries(found))) // findings hold optional fields that JSON drops

  async function possibility(command: AnyCommand, facts: unknown): Promise<Possibility> {
    const no = (because: string, findings: readonly Finding[] = []) => ({
      ok: false,
      title: command.endpoint.title,
      because,
      findings,
    })
    const permitted = permission(command.allow, actor, facts)
    if (permitted instanceof Problem) return no(permitted.detail)
    const second = command.alsoFires?.subject(facts) === undefined ? undefined : command.alsoFires
    for (const firing of [command.fires, second]) {
      if (!firing) continue
      const { machine, event, state } = firing
      const from = state(facts)
      if (next(machine, from, event) === undefined)
        return no(
          `${machine.title}目前是“${machine.states[from] ?? from}”，不能${machine.events[event]?.label ?? event}。`,
        )
    }
    const violated = judge(command.rules ?? [], facts, beijingDate(now)).filter(
      ({ outcome }) => outcome === 'fail',
    )
    if (violated.length > 0) return no(violated.map(({ detail }) => detail).join('；'), violated)
    return { ok: true, title: command.endpoint.title, because: '', findings: [] }
  }
}

/** The facts of a command, or the problem where its subject does not exist for this person. */
async function loaded(command: AnyCommand, at: Parameters<AnyCommand['load']>[0]): Promise<unknown> {
  try {
    return await command.load(at)
  } catch (error) {
    if (error instanceof Problem && error.type === 'not-found') return error
    throw error
  }
}
