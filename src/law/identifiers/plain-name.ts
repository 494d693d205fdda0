/** A name for comparison: one width, no spaces, lower case. `casesConcerning` says the same in SQL. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}
