import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytes32, commitmentTo, drawnOrder, drawSeed, hex } from './draw-order.ts'
import { sha256 } from './sha256.ts'

const digest = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())
const keysOf = (count: number) => Array.from({ length: count }, (_, i) => `institution:${3100 + i}`)

describe('the order of a draw', () => {
  it('is that of HMAC-SHA-256 under the hash of domain, root and secret', () => {
    const [root, secret] = [digest('root'), digest('secret')]
    const seed = createHash('sha256').update('mingjian draw v1\n').update(root).update(secret).digest()
    const place = (key: string) => createHmac('sha256', seed).update(key).digest('hex')
    const keys = keysOf(50)
    const expected = keys.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
    expect(hex(drawSeed(sha256, { root, secret }))).toBe(seed.toString('hex'))
    expect(drawnOrder(sha256, drawSeed(sha256, { root, secret }), keys)).toEqual(expected)
    expect(commitmentTo(sha256, secret)).toBe(createHash('sha256').update(secret).digest('hex'))
  })

  it('holds everyone once, and does not depend on the order in which they stood', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 40 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (keys, root, secret) => {
          const seed = drawSeed(sha256, { root, secret })
          const order = drawnOrder(sha256, seed, keys)
          expect(order.toSorted()).toEqual(keys.toSorted())
          expect(drawnOrder(sha256, seed, keys.toReversed())).toEqual(order)
        },
      ),
    )
  })

  it('turns with one bit of the root or of the secret', () => {
    const [root, secret] = [digest('root'), digest('secret')]
    const order = (at: { root: Uint8Array; secret: Uint8Array }) =>
      drawnOrder(sha256, drawSeed(sha256, at), keysOf(20)).join()
    const flipped = (bytes: Uint8Array) => bytes.with(31, (bytes[31] ?? 0) ^ 1)
    const orders = [
      { root, secret },
      { root: flipped(root), secret },
      { root, secret: flipped(secret) },
    ]
    expect(new Set(orders.map(order)).size).toBe(3)
  })

  it('gives each candidate each place alike (chi-square, 6,000 draws of 6, one in a million)', () => {
    const [count, draws] = [6, 6000]
    const seen = Array.from({ length: count * count }, () => 0)
    const keys = keysOf(count)
    for (let n = 0; n < draws; n++) {
      const order = drawnOrder(
        sha256,
        drawSeed(sha256, { root: digest(`r${n}`), secret: digest(`s${n}`) }),
        keys,
      )
      order.forEach((key, place) => {
        const cell = keys.indexOf(key) * count + place
        seen[cell] = (seen[cell] ?? 0) + 1
      })
    }
    const expected = draws / count
    const chiSquare = seen.reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0)
    // 25 degrees of freedom ((6 - 1)²); 73.1 is passed by chance once in a million
    expect(chiSquare).toBeLessThan(73.1)
  })

  it('takes no secret of another length or spelling', () => {
    for (const text of ['', 'AB'.repeat(32), 'ab'.repeat(31), `${'ab'.repeat(32)} `, 'zz'.repeat(32)])
      expect(bytes32(text)).toBeUndefined()
    expect(() => drawSeed(sha256, { root: digest('root'), secret: new Uint8Array(31) })).toThrow(RangeError)
  })
})
