import { type Bytes, compareBytes } from '#verify/der.ts'

/** One DER value: `tag`, its length in the shortest form, the parts one after another. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const head = length < 0x80 ? [length] : [0x80 + octets(length).length, ...octets(length)]
  const out = new Uint8Array(1 + head.length + length)
  out.set([tag, ...head])
  let at = 1 + head.length
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

export function sequence(...parts: readonly Uint8Array[]): Bytes {
  return der(0x30, ...parts)
}

/** A SET OF: DER wants the members in the order of their bytes. */
export function setOf(...parts: readonly Uint8Array[]): Bytes {
  return der(0x31, ...parts.toSorted(compareBytes))
}

/** A non-negative INTEGER from a number or from its big-endian octets. */
export function integer(value: number | Uint8Array): Bytes {
  const bytes = typeof value === 'number' ? octets(value) : Array.from(value)
  while (bytes.length > 1 && bytes[0] === 0) bytes.shift()
  if (bytes.length === 0 || (bytes[0] ?? 0) >= 0x80) bytes.unshift(0)
  return der(0x02, Uint8Array.from(bytes))
}

export function octetString(bytes: Uint8Array): Bytes {
  return der(0x04, bytes)
}

export function objectIdentifier(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const arcs = [first * 40 + second, ...rest].flatMap((arc) => {
    const base128 = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      base128.unshift(0x80 + (left % 128))
    return base128
  })
  return der(0x06, Uint8Array.from(arcs))
}

/** GeneralizedTime in whole seconds, UTC. */
export function generalizedTime(at: Date): Bytes {
  const text = `${at.toISOString().slice(0, 19).replaceAll(/\D/g, '')}Z`
  return der(0x18, new TextEncoder().encode(text))
}

function octets(value: number): number[] {
  const out = [value % 256]
  for (let left = Math.floor(value / 256); left > 0; left = Math.floor(left / 256)) out.unshift(left % 256)
  return out
}
