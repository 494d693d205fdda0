import type { Term } from '#kernel/term.ts'

/** The choices of a closed vocabulary for Select, Radio.Group and Checkbox.Group. */
export function optionsOf<K extends string>(
  of: Term<K>,
  codes: readonly K[] = of.codes,
): { value: K; label: string }[] {
  return codes.map((value) => ({ value, label: of.label(value) }))
}
