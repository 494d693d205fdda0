/** One measured figure. `against` says what it was measured against; `holds` is null where it could not be measured here. */
export interface Figure {
  readonly name: string
  readonly value: number | null
  readonly unit: string
  readonly against: string
  readonly goal: string
  readonly holds: boolean | null
}

/** The smallest value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits))
}

/** Seconds that a deed takes, on the monotonic clock. */
export async function secondsOf(deed: () => unknown): Promise<number> {
  const began = performance.now()
  await deed()
  return (performance.now() - began) / 1000
}

/** How much to do: all that the goal speaks of, or a hundredth of it (BENCH_SMALL=1) to see whether the bench works. */
export function amount(whole: number): number {
  return process.env.BENCH_SMALL ? Math.max(1, Math.ceil(whole / 100)) : whole
}
