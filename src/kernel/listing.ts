/** Rows on one page of a list that grows, and how far its rows are counted. */
export const PAGE = 50
export const COUNT_CAP = 1000

/** Pattern for `ilike`: the text anywhere, its own `%`, `_` and `\` standing for themselves. */
export function containing(text: string): string {
  return `%${text.replace(/[%_\\]/g, '\\$&')}%`
}

/** The last row of the page before, as its `cursor` names it (`#kernel/cursor.ts`); undefined on the first page. */
export function lastShown(
  cursor: string | undefined,
): { readonly at: string; readonly id: string } | undefined {
  const [at, id] = (cursor ?? '').split('~')
  return at && id ? { at, id } : undefined
}

/** A page out of the PAGE + 1 rows that were asked for, and the cursor of the next where there is one. */
export function paged<R extends { readonly id: string }>(found: readonly R[], at: (row: R) => Date) {
  const last = found.length > PAGE ? found[PAGE - 1] : undefined
  return { shown: found.slice(0, PAGE), next: last ? `${at(last).toISOString()}~${last.id}` : null }
}

/** What a list says of how many there are: the COUNT_CAP + 1 rows that were asked for at the most. */
export function counted(rows: readonly unknown[]) {
  return { total: Math.min(rows.length, COUNT_CAP), totalCapped: rows.length > COUNT_CAP }
}
