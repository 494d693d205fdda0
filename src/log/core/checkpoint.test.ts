import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256 } from '../node-hash.ts'
import { ed25519Signer } from '../signer.ts'
import { checkpointText, openCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { parseNote, signNote, verifyNote } from './note.ts'
import { noteKey, parseVerifierKey, printVerifierKey } from './note-key.ts'

const origin = 'log.example.cn/mingjian'
const signer = ed25519Signer(origin, generateKeyPairSync('ed25519').privateKey)
const trust = { origin, keys: [signer.key] }
const root = sha256(new TextEncoder().encode('root'))
const text = checkpointText({ origin, size: 48213, root, extensions: [] })
const note = await signNote(text, signer)
const unknown = '— witness.example.cn/甲 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n'

it('what we sign opens with our key, also between lines of keys unknown to us', async () => {
  const [body, lines] = note.split('\n\n')
  for (const spelling of [note, note + unknown, `${body}\n\n${unknown}${lines}`]) {
    expect(await openCheckpoint(spelling, trust)).toMatchObject({
      origin,
      size: 48213,
      root,
      signedBy: [{ key: signer.key }],
    })
  }
})

it('every changed character is noticed', async () => {
  for (let at = 0; at < note.length; at++) {
    for (const other of ['A', '/', '\n', '—', '']) {
      if (other === note[at]) continue
      const changed = note.slice(0, at) + other + note.slice(at + 1)
      expect(await openCheckpoint(changed, trust), `${at} → ${JSON.stringify(other)}`).toHaveProperty('says')
    }
  }
})

it('another origin, an unknown key and a second, wrong line of our key are refused', async () => {
  const other = ed25519Signer(origin, generateKeyPairSync('ed25519').privateKey)
  const wrong = (await signNote(text.replace('48213', '48214'), signer)).split('\n\n')[1]
  expect(await openCheckpoint(note, { ...trust, origin: 'other.example.cn' })).toHaveProperty('says')
  expect(await openCheckpoint(note, { ...trust, keys: [other.key] })).toHaveProperty('says')
  expect(await openCheckpoint(note + wrong, trust)).toHaveProperty('says')
})

it.each([
  ['a leading zero', text.replace('48213', '048213')],
  ['a sign', text.replace('48213', '+48213')],
  ['a size beyond reckoning', text.replace('48213', '9007199254740992')],
  ['an empty origin', text.replace(origin, '')],
  ['a short root', text.replace(/\n[^\n]{4}([^\n]*=)\n/, '\n$1\n')],
  ['an empty extension line', `${text}\n`],
  ['no last newline', text.slice(0, -1)],
])('a checkpoint with %s is not read', (_, changed) => expect(parseCheckpoint(changed)).toBeUndefined())

it('extension lines are kept', () => {
  expect(parseCheckpoint(`${text}更多\n`)?.extensions).toEqual(['更多'])
})

it.each([
  ['no signature', text],
  ['no signature line after the empty line', `${text}\n`],
  ['a control character', note.replace('mingjian', 'ming\tjian')],
  ['a line that is no signature', `${note}hello\n`],
  ['a hyphen for the dash', note.replace('—', '-')],
  ['more lines than anybody signs', note + unknown.repeat(64)],
])('a note with %s is not read', (_, changed) => expect(parseNote(changed)).toBeUndefined())

it('the note of the specification is read, and its key name and id seen', () => {
  const poem =
    'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
  const read = parseNote(poem)
  expect(read?.text.split('\n')).toHaveLength(5)
  expect(read?.signatures).toMatchObject([
    { name: 'quasimodo.example/salvatore', keyId: Uint8Array.of(0x36, 0x7b, 0xa0, 0x4b) },
  ])
})

it('a verifier key has one spelling', () => {
  const printed = printVerifierKey(signer.key)
  expect(parseVerifierKey(sha256, printed)).toEqual(signer.key)
  const [name, id, key] = printed.split('+')
  for (const wrong of [
    `${name}+00000000+${key}`,
    `x${printed}`,
    `${name}+${id}+${key}=`,
    printed.toUpperCase(),
    '',
  ]) {
    expect(parseVerifierKey(sha256, wrong)).toBeUndefined()
  }
})

it('the same key as cosigner has another id, so that one kind of line never passes for the other', async () => {
  const cosigner = noteKey(sha256, { ...signer.key, type: 'cosignature' })
  expect(cosigner.id).not.toEqual(signer.key.id)
  const read = parseNote(note)
  expect(read && (await verifyNote(read, [cosigner]))).toBeUndefined()
})
