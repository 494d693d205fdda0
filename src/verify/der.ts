/** Bytes on an ordinary buffer, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** One DER value: `bytes` with header, `body` without, children where the tag says constructed. */
export interface Der {
  readonly tag: number
  readonly bytes: Bytes
  readonly body: Bytes
  readonly children: readonly Der[]
}

/** The bytes are not the one canonical encoding (X.690 §10–11) of anything. */
export class NotDer extends Error {}

/**
 * Reads exactly one value. Everything that leaves a choice is refused (long lengths, unsorted sets, padded
 * integers, loose bits), because a byte outside the signed range may only be what it must be.
 */
export function readDer(bytes: Bytes): Der {
  const { value, end } = readValue(bytes, 0, 0)
  if (end !== bytes.length) throw new NotDer('其后还有多余字节')
  return value
}

/** Reads one value from the front and tells where it ends: for a padded place such as /Contents. */
export function readDerPrefix(bytes: Bytes): { value: Der; end: number } {
  return readValue(bytes, 0, 0)
}

function readValue(bytes: Bytes, at: number, depth: number): { value: Der; end: number } {
  if (depth > 32) throw new NotDer('嵌套过深')
  const tag = bytes[at]
  if (tag === undefined) throw new NotDer('提前结束')
  if ((tag & 0x1f) === 0x1f) throw new NotDer('标签号过大')
  const { length, from } = readLength(bytes, at + 1)
  const end = from + length
  if (end > bytes.length) throw new NotDer('长度超出范围')
  const body = bytes.subarray(from, end)
  const children = (tag & 0x20) === 0 ? [] : readChildren(body, depth + 1)
  const value: Der = { tag, bytes: bytes.subarray(at, end), body, children }
  demandCanonical(value)
  return { value, end }
}

function readLength(bytes: Bytes, at: number): { length: number; from: number } {
  const first = bytes[at]
  if (first === undefined) throw new NotDer('提前结束')
  if (first < 0x80) return { length: first, from: at + 1 }
  const count = first & 0x7f
  if (count === 0 || count > 3) throw new NotDer('长度形式不允许')
  let length = 0
  for (let i = 1; i <= count; i++) length = length * 256 + (bytes[at + i] ?? Number.NaN)
  if (!(length >= (count === 1 ? 0x80 : 256 ** (count - 1)))) throw new NotDer('长度不是最短形式')
  return { length, from: at + 1 + count }
}

function readChildren(body: Bytes, depth: number): Der[] {
  const children: Der[] = []
  for (let at = 0; at < body.length; ) {
    const { value, end } = readValue(body, at, depth)
    children.push(value)
    at = end
  }
  return children
}

const timeForm: Partial<Record<number, RegExp>> = { 23: /^\d{12}Z$/, 24: /^\d{14}(\.\d*[1-9])?Z$/ }

function demandCanonical({ tag, body, children }: Der): void {
  const [first = 0, second = 0] = body
  const wrong =
    (tag === 0x01 && !(body.length === 1 && (first === 0 || first === 0xff))) ||
    ((tag === 0x02 || tag === 0x0a) && !minimalInteger(body.length, first, second)) ||
    (tag === 0x03 && !cleanBits(body)) ||
    (tag === 0x05 && body.length !== 0) ||
    (tag === 0x06 && !minimalArcs(body)) ||
    (tag === 0x31 &&
      children.some((c, i) => i > 0 && compareBytes(children[i - 1]?.bytes ?? c.bytes, c.bytes) >= 0)) ||
    timeForm[tag]?.test(ascii(body)) === false ||
    // Universal types other than SEQUENCE and SET are always primitive in DER, and these two never are.
    ((tag & 0xc0) === 0 && (tag & 0x20) !== 0 && tag !== 0x30 && tag !== 0x31) ||
    tag === 0x10 ||
    tag === 0x11
  if (wrong) throw new NotDer(`不是规范编码（标签 0x${tag.toString(16)}）`)
}

function minimalInteger(length: number, first: number, second: number): boolean {
  if (length === 0) return false
  return length === 1 || !((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
}

function cleanBits(body: Bytes): boolean {
  const unused = body[0] ?? 8
  if (unused > 7 || (body.length === 1 && unused > 0)) return false
  return ((body.at(-1) ?? 0) & ((1 << unused) - 1)) === 0 || body.length === 1
}

function minimalArcs(body: Bytes): boolean {
  if (body.length === 0 || (body.at(-1) ?? 0x80) >= 0x80) return false
  return body.every((b, i) => !(b === 0x80 && (i === 0 || (body[i - 1] ?? 0) < 0x80)))
}

/** Walks the fields of a SEQUENCE (or of an explicit tag) in order; a field of another tag, or one too many, is refused. */
export class Fields {
  readonly #items: readonly Der[]
  #at = 0

  constructor(sequence: Der, tag = 0x30) {
    if (sequence.tag !== tag) throw new NotDer(`标签应为 0x${tag.toString(16)}`)
    this.#items = sequence.children
  }

  next(tag: number): Der {
    const item = this.optional(tag)
    if (!item) throw new NotDer(`缺少字段（标签 0x${tag.toString(16)}）`)
    return item
  }

  optional(tag: number): Der | undefined {
    const item = this.#items[this.#at]
    if (item?.tag !== tag) return undefined
    this.#at++
    return item
  }

  end(): void {
    if (this.#at !== this.#items.length) throw new NotDer('有多余字段')
  }
}

/** The dotted form of an OBJECT IDENTIFIER. */
export function oidOf(der: Der): string {
  const arcs: number[] = []
  let arc = 0
  for (const b of der.body) {
    arc = arc * 128 + (b & 0x7f)
    if (b < 0x80) {
      if (arcs.length === 0)
        arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)))
      else arcs.push(arc)
      arc = 0
    }
  }
  return arcs.join('.')
}

/** UTCTime or GeneralizedTime as milliseconds since 1970 (UTC); RFC 5280 §4.1.2.5 century rule. */
export function timeOf(der: Der): number {
  const text = ascii(der.body)
  const full = der.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text
  const [, y, mo, d, h, mi, s, fraction] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(full) ?? []
  if (y === undefined) throw new NotDer('时间格式不允许')
  return (
    Date.UTC(+y, Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s)) +
    Math.floor(Number(fraction ?? 0) * 1000)
  )
}

export function ascii(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** Order of the octets, shorter first where one begins the other: the order of a DER SET OF. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
