/** The next free capital letter in a claim, then A1, B1 …: how features are named in chart and opinion. */
export function nextLabel(used: readonly { claimNo: string; label: string }[], claimNo: string): string {
  const taken = new Set(used.filter((each) => each.claimNo === claimNo).map(({ label }) => label))
  for (let round = 0; ; round += 1)
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      const label = round === 0 ? letter : `${letter}${round}`
      if (!taken.has(label)) return label
    }
}
