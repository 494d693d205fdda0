import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tree } from '../node-hash.ts'
import { toBase64 } from './base64.ts'
import { parseVerifierKey } from './note-key.ts'
import { checkReceipt, printOpenedLeaf } from './receipt.ts'
import { parseTlogProof, printTlogProof } from './tlog-proof.ts'

const vectors = join(import.meta.dirname, '../../../testing/vectors')
const file = readFileSync(join(vectors, 'receipt-v1.tlog-proof'), 'utf8')
const key = parseVerifierKey(tree.sha256, readFileSync(join(vectors, 'receipt-v1.key'), 'utf8').trim())
const trust = { origin: 'vector.example.cn/log', keys: key ? [key] : [] }

it('a proof file of format version 1, kept since the beginning, still checks', async () => {
  expect(await checkReceipt(tree, file, trust)).toMatchObject({
    leaf: { v: 1, index: 4, op: 'opinion.issue', at: '2026-03-02T06:05:04.000Z' },
    opened: { number: { value: '示鉴〔2026〕4号' } },
    checkpoint: { size: 7 },
  })
})

it.each([
  [
    'another value of the opened field',
    (text: string) => text.replace('4号', '5号'),
    '公开的字段“number”与日志中的承诺不符',
  ],
  [
    'another time',
    (text: string) => text.replace('06:05:04', '06:05:05'),
    '第 4 号条目不在检查点所签的日志里，条目或证明被改动',
  ],
  [
    'another index',
    (text: string) => text.replace('index\\":4', 'index\\":3'),
    '条目写的序号是 3，证明写的却是 4',
  ],
  [
    'JSON in another spelling',
    (text: string) => text.replace('{"leaf"', '{ "leaf"'),
    '日志证明中没有可读的日志条目',
  ],
])('with %s it says what does not hold', async (_, change, says) => {
  const proof = parseTlogProof(file)
  if (!proof?.extra) throw new Error('unreadable vector')
  const changed = change(new TextDecoder().decode(proof.extra))
  const text = printTlogProof({ ...proof, extra: new TextEncoder().encode(changed) })
  expect(text).not.toBe(file)
  expect(await checkReceipt(tree, text, trust)).toEqual({ says })
})

it('a field that the leaf does not commit to is not opened by naming it', async () => {
  const proof = parseTlogProof(file)
  const leaf = JSON.parse(new TextDecoder().decode(proof?.extra)).leaf
  const field = { salt: toBase64(new Uint8Array(32)).replace('=', ''), value: '已签发' }
  const extra = printOpenedLeaf({ leaf, opened: { state: field } })
  const text = proof ? printTlogProof({ ...proof, extra }) : ''
  expect(await checkReceipt(tree, text, trust)).toEqual({ says: '公开的字段“state”与日志中的承诺不符' })
})
