import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '#kernel/problem.ts'

export interface Limits {
  /** How many tries a key has within the window, in seconds. */
  readonly [name: string]: { readonly points: number; readonly duration: number }
}

/** Counts tries per key in this process; several instances behind a proxy each count for themselves. */
export function rateLimit(limits: Limits): (name: string, key: string) => Promise<void> {
  const limiters = new Map(
    Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory(limit)]),
  )
  return async (name, key) => {
    const limiter = limiters.get(name)
    if (!limiter) return
    const refused = await limiter.consume(key).then(
      () => undefined,
      (result: RateLimiterRes) => result,
    )
    if (refused) {
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw new Problem('too-many', `尝试次数过多，请 ${seconds} 秒后再试。`)
    }
  }
}
