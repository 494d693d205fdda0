const units = ['B', 'KB', 'MB', 'GB'] as const

/** A size as people read it: `512 B`, `3.4 MB`. */
export function shownSize(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const value = bytes / 1024 ** step
  return `${step === 0 ? value : value.toFixed(1)} ${units[step]}`
}
