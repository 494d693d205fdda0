import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from '#kernel/json.ts'
import { canonical } from './canonical.ts'

it.each<[string, Json, string]>([
  [
    'keys are sorted by UTF-16 code units',
    { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 },
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  ],
  [
    'numbers are printed as ECMAScript does',
    [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0],
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  ],
  ['text is escaped no more than needed', '\u20ac$\u000f\nA\'B"\\/𬭚', '"€$\\u000f\\nA\'B\\"\\\\/𬭚"'],
  ['keys without a value are left out', { b: undefined, a: null }, '{"a":null}'],
])('%s', (_, value, text) => expect(canonical(value)).toBe(text))

it.each<[string, Json]>([
  ['infinity', [Number.POSITIVE_INFINITY]],
  ['not a number', { a: Number.NaN }],
  ['half a character', '\ud800'],
  ['half a character in a key', { '\udc00': 1 }],
  ['NUL', 'a\0b'],
])('refuses %s', (_, value) => expect(() => canonical(value)).toThrow(TypeError))

it('has one text per value: reading it back and printing it again changes nothing, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true })), (object) => {
      fc.pre(!JSON.stringify(object).includes('\\u0000'))
      const text = canonical(object)
      expect(canonical(JSON.parse(text))).toBe(text)
      expect(canonical(Object.fromEntries(Object.entries(object).reverse()))).toBe(text)
    }),
  )
})
