import type { Actor, Subject } from '#kernel/command.ts'
import { type Json, toJson } from '#kernel/json.ts'
import type { Problem, ProblemType } from '#kernel/problem.ts'

/** Malformed forms, steps of signing in, a platform that cannot answer, and two people who acted at once are no attempts. */
const silent: readonly ProblemType[] = [
  'malformed',
  'unauthenticated',
  'step-up-required',
  'stale-version',
  'key-reused',
  'too-many',
  'unavailable',
]

/** What signed-in people tried and were refused is part of the trace. */
export function leavesTrace(problem: Problem, actor: Actor): boolean {
  return actor.kind === 'person' && !silent.includes(problem.type)
}

interface Attempt {
  /** Id of the operation. */
  readonly attempted: string
  readonly subject: Subject | undefined
  readonly actor: Actor
  readonly problem: Problem
}

export function refusedAttempt({ attempted, subject, actor, problem }: Attempt) {
  const violated = problem.violations.map(({ rule, brief, basis, detail }) => ({
    rule,
    brief,
    basis,
    detail,
  }))
  return {
    op: 'attempt.refused',
    fields: {
      subject: toJson(subject ?? null),
      by: signature(actor),
      attempted,
      problem: problem.type,
      detail: problem.detail,
      violated: toJson(violated),
    },
  }
}

/** Who acted, as the trace keeps it. */
export function signature(actor: Actor): Json {
  const { kind, accountId, name, organisationId, organisation, roles } = actor
  return { kind, accountId, name, organisationId, organisation, roles: [...roles] }
}
