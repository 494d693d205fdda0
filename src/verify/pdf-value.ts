import { ascii, type Bytes } from './der.ts'

/** A PDF value (ISO 32000-1 §7.3) with the place of its text in the file. */
export type PdfValue = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'string'; readonly bytes: Bytes; readonly hex: boolean }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'dict'; readonly entries: PdfDict }
  | { readonly kind: 'ref'; readonly number: number; readonly generation: number }
)
export type PdfDict = ReadonlyMap<string, PdfValue>

/** The file does not follow the grammar that we read; `at` is the byte where that shows. */
export class NotPdf extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const space = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set(Array.from('()<>[]{}/%', (c) => c.charCodeAt(0)))

/** Reads values one after another from `at`. Comments count as space. */
export class PdfReader {
  readonly bytes: Bytes
  at: number

  constructor(bytes: Bytes, at: number) {
    this.bytes = bytes
    this.at = at
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at] ?? -1
      if (byte === 0x25)
        while (this.at < this.bytes.length && ![10, 13].includes(this.bytes[this.at] ?? 10)) this.at++
      else if (space.has(byte)) this.at++
      else return
    }
  }

  /** The run of regular characters that starts here. */
  word(): string {
    this.skipSpace()
    let word = ''
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at] ?? 0
      if (space.has(byte) || delimiters.has(byte)) break
      word += String.fromCharCode(byte)
    }
    return word
  }

  expect(word: string): void {
    this.skipSpace()
    const start = this.at
    if (this.word() !== word) throw new NotPdf(`此处应为 ${word}`, start)
  }

  wholeNumber(): number {
    const start = this.at
    const word = this.word()
    if (!/^\d{1,10}$/.test(word)) throw new NotPdf('此处应为整数', start)
    return Number(word)
  }

  value(depth = 0): PdfValue {
    if (depth > 64) throw new NotPdf('嵌套过深', this.at)
    this.skipSpace()
    const start = this.at
    const [byte = 0, next] = this.bytes.subarray(start, start + 2)
    if (byte === 0x2f) return this.#name()
    if (byte === 0x28) return this.#literal()
    if (byte === 0x5b) return this.#array(depth)
    if (byte === 0x3c) return next === 0x3c ? this.#dict(depth) : this.#hex()
    return this.#wordValue(start)
  }

  #wordValue(start: number): PdfValue {
    const word = this.word()
    const place = { start, end: this.at }
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', ...place }
    if (word === 'null') return { kind: 'null', ...place }
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new NotPdf('无法识别的内容', start)
    const reference = /^\d+$/.test(word) ? this.#reference(start, Number(word)) : undefined
    return reference ?? { kind: 'number', value: Number(word), ...place }
  }

  /** `number generation R`, or nothing and the place as it was. */
  #reference(start: number, number: number): PdfValue | undefined {
    const back = this.at
    const generation = this.word()
    if (/^\d{1,5}$/.test(generation) && this.word() === 'R') {
      return { kind: 'ref', number, generation: Number(generation), start, end: this.at }
    }
    this.at = back
    return undefined
  }

  #name(): PdfValue {
    const start = this.at++
    const raw = this.bytes[this.at] !== undefined && !space.has(this.bytes[this.at] ?? 0) ? this.word() : ''
    const value = raw.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, digits) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
    return { kind: 'name', value, start, end: this.at }
  }

  #array(depth: number): PdfValue {
    const start = this.at++
    const items: PdfValue[] = []
    for (this.skipSpace(); this.bytes[this.at] !== 0x5d; this.skipSpace()) items.push(this.value(depth + 1))
    return { kind: 'array', items, start, end: ++this.at }
  }

  #dict(depth: number): PdfValue {
    const start = this.at
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (this.skipSpace(); this.bytes[this.at] !== 0x3e; this.skipSpace()) {
      const key = this.value(depth + 1)
      // A key given twice is read differently by different programs.
      if (key.kind !== 'name' || entries.has(key.value)) throw new NotPdf('字典的键不合规', key.start)
      entries.set(key.value, this.value(depth + 1))
    }
    if (this.bytes[this.at + 1] !== 0x3e) throw new NotPdf('字典没有结束', this.at)
    this.at += 2
    return { kind: 'dict', entries, start, end: this.at }
  }

  #hex(): PdfValue {
    const start = this.at
    const end = this.bytes.indexOf(0x3e, start)
    const digits = end < 0 ? '' : ascii(this.bytes.subarray(start + 1, end)).replaceAll(/[\0\t\n\f\r ]/g, '')
    if (end < 0 || !/^[0-9A-Fa-f]*$/.test(digits)) throw new NotPdf('十六进制串不合规', start)
    this.at = end + 1
    const even = digits.length % 2 === 0 ? digits : `${digits}0`
    const bytes = new Uint8Array(even.length / 2)
    for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(even.slice(2 * i, 2 * i + 2), 16)
    return { kind: 'string', bytes, hex: true, start, end: this.at }
  }

  #literal(): PdfValue {
    const start = this.at++
    const out: number[] = []
    for (let depth = 1; depth > 0; ) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new NotPdf('字符串没有结束', start)
      if (byte === 0x5c) out.push(...this.#escape())
      else {
        if (byte === 0x28) depth++
        if (byte === 0x29) depth--
        if (depth > 0) out.push(byte)
      }
    }
    return { kind: 'string', bytes: Uint8Array.from(out), hex: false, start, end: this.at }
  }

  #escape(): number[] {
    const letters: Partial<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
    const octal = /^[0-7]{1,3}/.exec(ascii(this.bytes.subarray(this.at, this.at + 3)))?.[0]
    if (octal) {
      this.at += octal.length
      return [Number.parseInt(octal, 8) & 0xff]
    }
    const byte = this.bytes[this.at++] ?? 0
    if (byte === 10) return []
    if (byte === 13) {
      if (this.bytes[this.at] === 10) this.at++
      return []
    }
    return [letters[String.fromCharCode(byte)] ?? byte]
  }
}

/** Text of a PDF string: UTF-16 with its mark, UTF-8 with its mark, else taken as Latin-1. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return new TextDecoder().decode(bytes)
  return ascii(bytes)
}

export function sameText(bytes: Bytes, a: PdfValue, b: PdfValue): boolean {
  if (a.end - a.start !== b.end - b.start) return false
  for (let i = 0; i < a.end - a.start; i++) if (bytes[a.start + i] !== bytes[b.start + i]) return false
  return true
}
