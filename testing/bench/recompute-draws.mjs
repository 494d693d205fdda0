// Recomputes draws in nothing but Node: no code of the platform. Reads a file of lines
//   {"root":"<base64>","secret":"<64 hex>","keys":["…"],"picked":"…","order":["…"]}
// and prints how many come out the same, with the chi-square of the picks. Written from the rule on the public page:
//   seed  = SHA-256("mingjian draw v1" LF ‖ root ‖ secret)
//   order = keys by HMAC-SHA-256(seed, key), smallest first
import { createHash, createHmac } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const file = process.argv[2]
if (!file) {
  console.error('usage: node recompute-draws.mjs FILE')
  process.exit(2)
}

let draws = 0
let agreed = 0
const picks = new Map()
let expected = 0

for await (const line of createInterface({ input: createReadStream(file) })) {
  if (line === '') continue
  const { root, secret, keys, picked, order } = JSON.parse(line)
  const hash = createHash('sha256')
  hash.update('mingjian draw v1\n', 'latin1')
  hash.update(Buffer.from(root, 'base64'))
  hash.update(Buffer.from(secret, 'hex'))
  const seed = hash.digest()
  const tickets = keys.map((key) => [createHmac('sha256', seed).update(key, 'utf8').digest(), key])
  tickets.sort(([a], [b]) => Buffer.compare(a, b))
  const mine = tickets.map(([, key]) => key)
  draws += 1
  if (mine[0] === picked && mine.length === order.length && mine.every((key, i) => key === order[i]))
    agreed += 1
  picks.set(mine[0], (picks.get(mine[0]) ?? 0) + 1)
  for (const key of keys) if (!picks.has(key)) picks.set(key, 0)
  expected = draws / picks.size
}

let chiSquare = 0
for (const times of picks.values()) chiSquare += (times - expected) ** 2 / expected
console.log(
  JSON.stringify({
    draws,
    agreed,
    chiSquare: Number(chiSquare.toFixed(3)),
    degreesOfFreedom: picks.size - 1,
    picks: Object.fromEntries([...picks].sort(([a], [b]) => (a < b ? -1 : 1))),
  }),
)
