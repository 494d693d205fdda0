import type { Actor, Grant } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'

const STEP_UP_MINUTES = 5

/** Deny by default: one grant must match by role and relation; otherwise the refusal says who may. */
export function permit<F>(grants: readonly Grant<F>[], actor: Actor, facts: F): void {
  const verdict = permission(grants, actor, facts)
  if (verdict !== 'granted') throw verdict
}

export function permission<F>(grants: readonly Grant<F>[], actor: Actor, facts: F): 'granted' | Problem {
  const byRole = grants.filter((grant) => holds(actor, grant.role))
  if (byRole.some((grant) => grant.only === undefined || grant.only(actor, facts))) return 'granted'
  if (actor.kind === 'anonymous') return signInFirst()
  const denials = (byRole.length > 0 ? byRole : grants).map((grant) => grant.denial)
  return new Problem('not-permitted', [...new Set(denials)].join('；'))
}

export function permitAnonymous(grants: readonly { readonly role: string }[]): void {
  if (!grants.some(({ role }) => role === 'everyone')) throw signInFirst()
}

const signInFirst = () => new Problem('unauthenticated', '此操作需要先登录。')

/** `everyone` is the public, `signed-in` any person; every other word is a role. */
export function holds(actor: Actor, role: string): boolean {
  if (role === 'everyone') return true
  if (role === 'signed-in') return actor.kind === 'person'
  if (role === 'system') return actor.kind === 'system'
  return actor.roles.includes(role)
}

export function requireStepUp(actor: Actor, now: Date): void {
  const at = actor.steppedUpAt?.getTime() ?? 0
  if (actor.kind === 'person' && now.getTime() - at > STEP_UP_MINUTES * 60_000)
    throw new Problem('step-up-required', `此操作前须再次输入动态口令（${STEP_UP_MINUTES} 分钟内有效）。`)
}
