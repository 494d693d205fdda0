/** Check digit 10 is written X in every modulo-11 scheme used here. */
const asDigit = (remainder: number): string => (remainder === 10 ? 'X' : String(remainder))

/** Sum of value × weight over the characters of the body. */
export function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)
}

/** Patent and layout numbers: Σ digit × weight mod 11, weights 2…9 repeated (domain brief §12.4, §12.6). */
export function weighted2to9CheckDigit(digits: string): string {
  const values = [...digits].map(Number)
  const weights = values.map((_, index) => 2 + (index % 8))
  return asDigit(weightedSum(values, weights) % 11)
}

/** ISO 7064 MOD 11-2, the scheme of the resident identity number and of our unified case code. */
export function mod11Radix2CheckDigit(digits: string): string {
  const product = [...digits].reduce((carried, digit) => ((carried + Number(digit)) * 2) % 11, 0)
  return asDigit((12 - product) % 11)
}
