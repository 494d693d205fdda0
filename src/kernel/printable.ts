import { coverage } from './printable.generated.ts'

/** Line feed and tab lay text out; carriage return comes with text pasted from Windows. */
const layout = new Set(['\n', '\t', '\r'])

/**
 * Not for the eye: controls, line separators, and the marks that reorder or hide neighbours (Unicode Bidi_Control,
 * default-ignorable). A document in which they can hide says something else than it shows.
 */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u

/** The characters, each once, that documents cannot be printed with: missing from the bundled fonts, or invisible. */
export function unprintable(text: string): string[] {
  return [...new Set(text)].filter((char) => !layout.has(char) && (invisible.test(char) || !covered(char)))
}

/** How a refused character is named to a person: itself where it can be shown, and its code point. */
export function nameOfCharacter(char: string): string {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return invisible.test(char) ? code : `“${char}”（${code}）`
}

let end = 0
/** First code point of each covered run and the one after its last, ascending. */
const bounds: readonly number[] = coverage.split(' ').flatMap((run) => {
  const [gap = 0, more = 0] = run.split('+').map((digits) => Number.parseInt(digits, 36))
  const start = end + gap
  end = start + more + 1
  return [start, end]
})

/** A code point is covered where an odd number of bounds lies at or below it. */
function covered(char: string): boolean {
  const point = char.codePointAt(0) ?? 0
  let [low, high] = [0, bounds.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle] ?? 0) <= point) low = middle + 1
    else high = middle
  }
  return low % 2 === 1
}
