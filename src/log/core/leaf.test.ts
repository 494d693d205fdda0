import { expect, it } from 'vitest'
import { sha256 } from '../node-hash.ts'
import { toBase64url } from './base64.ts'
import { commit, leafText, openField, parseLeaf } from './leaf.ts'

const salt = toBase64url(Uint8Array.from({ length: 32 }, (_, i) => i))
const c = {
  by: commit(sha256, 'by', { salt, value: { name: '张䶮' } }),
  to: commit(sha256, 'to', { salt, value: 'accepted' }),
}
const text = `{"v":1,"index":48213,"op":"commission.accept","at":"2026-03-02T06:05:00.000Z","c":{"by":"${c.by}","to":"${c.to}"}}`
const bytes = (of: string) => new TextEncoder().encode(of)

it('version 1 of the leaf is this text, for good', () => {
  expect(leafText({ v: 1, index: 48213, op: 'commission.accept', at: '2026-03-02T06:05:00.000Z', c })).toBe(
    text,
  )
  // SHA-256 of the bytes 00…1f, `to`, a zero byte and `"accepted"`, by another program.
  expect(Buffer.from(c.to, 'base64url').toString('hex')).toBe(
    '29e1a543fc3250b4bfcc69790e159312eca2f54cfcfcb250dd7ce0d5bf84740b',
  )
})

it.each([
  ['another version', text.replace('"v":1', '"v":2')],
  ['a space', text.replace('"index":', '"index": ')],
  ['a key more', text.replace(',"c"', ',"x":1,"c"')],
  ['keys in another order', text.replace('"v":1,"index":48213', '"index":48213,"v":1')],
  ['commitments in another order', text.replace(/"c":.*$/, `"c":{"to":"${c.to}","by":"${c.by}"}}`)],
  ['an index with a leading zero', text.replace('48213', '048213')],
  ['a negative index', text.replace('48213', '-1')],
  ['a time without milliseconds', text.replace('00.000Z', '00Z')],
  ['a short commitment', text.replace(c.to, c.to.slice(1))],
  ['a commitment with stray bits', text.replace(c.to, `${c.to.slice(0, -1)}_`)],
  ['a byte order mark', `\ufeff${text}`],
  ['nothing', ''],
])('is not read with %s', (_, changed) => {
  expect(parseLeaf(bytes(text))).toEqual({
    v: 1,
    index: 48213,
    op: 'commission.accept',
    at: '2026-03-02T06:05:00.000Z',
    c,
  })
  expect(parseLeaf(bytes(changed))).toBeUndefined()
})

it('a field opens with its own value and salt only', () => {
  const leaf = { v: 1 as const, index: 1, op: 'a.b', at: '2026-03-02T06:05:00.000Z', c }
  const other = toBase64url(new Uint8Array(32))
  expect(openField(sha256, leaf, 'to', { salt, value: 'accepted' })).toBe(true)
  expect(openField(sha256, leaf, 'to', { salt, value: 'refused' })).toBe(false)
  expect(openField(sha256, leaf, 'to', { salt: other, value: 'accepted' })).toBe(false)
  expect(openField(sha256, leaf, 'to', { salt: salt.slice(2), value: 'accepted' })).toBe(false)
  expect(openField(sha256, leaf, 'by', { salt, value: 'accepted' })).toBe(false)
  expect(openField(sha256, leaf, 'constructor', { salt, value: 'accepted' })).toBe(false)
})
