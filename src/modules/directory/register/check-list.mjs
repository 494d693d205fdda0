#!/usr/bin/env node
// 核对名录：不依赖明鉴的服务器和任何第三方程序，只用 Node 自带的功能。
// 文件夹里是日志（checkpoint、tile/entries/…）和名录流水 entries.jsonl；给出 --from 时先从该网址取来。
// 核对的是：检查点由受信任的密钥签名；日志的每一条都算进了检查点的根；日志里每一处名录变动都在流水中公开，一处不多、一处不少，
// 内容与当时承诺的散列相同；由此重建任何一天的名录，并与一份导出的名录（连同它的签名 .note）逐项比较。全部成立时退出码为 0。
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const usage =
  '用法：node check-list.mjs 文件夹 --trust trust.json [--from 网址] [--on 日期] [--question said|true] [--list 名录.json]'
const names = ['trust', 'from', 'on', 'question', 'list']
const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
const { values, positionals } = parseArgs({ allowPositionals: true, options })
const [folder] = positionals
if (!folder || !values.trust) fail(usage)
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hashOf = (body) => sha256(JSON.stringify(body)).toString('hex') // its keys stand in canonical order
const trust = readTrust(values.trust)

if (values.from) await fetchAll(values.from.replace(/\/$/, ''))
const checkpoint = openCheckpoint(readFileSync(join(folder, 'checkpoint'), 'utf8'))
say(`检查点由 ${trust.origin} 签名：日志共 ${checkpoint.size} 条。`)
const announced = readLog(checkpoint)
say(`日志的每一条都算进了检查点的根；其中 ${announced.size} 条变动了名录。`)
const { day, question, size } = asked()
const list = await rebuild()
const institutions = [...list.keys()].filter((key) => key.startsWith('institution:')).length
const kind = question === 'said' ? '名录当时所载' : '按现在所知的实情'
say(`${day}${kind}：机构 ${institutions} 家，鉴定人 ${list.size - institutions} 人（含已退出、移出的）。`)
if (values.list) compare(values.list)
say('以上各项都成立。')

/** The day and the question come from the exported list where one is given. */
function asked() {
  if (!values.list)
    return { day: values.on ?? '9999-12-31', question: values.question ?? 'said', size: checkpoint.size }
  const head = JSON.parse(readFileSync(values.list, 'utf8'))
  if (head.size > checkpoint.size)
    fail(`名录说日志规模是 ${head.size}，检查点只有 ${checkpoint.size}：请先取较新的检查点`)
  return head
}

function readTrust(path) {
  const { log } = JSON.parse(readFileSync(path, 'utf8'))
  const [, name, id, encoded] =
    /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(log.vkey) ?? fail(`信任文件中的密钥无法读出：${log.vkey}`)
  const raw = Buffer.from(encoded, 'base64').subarray(1) // behind the byte that says Ed25519
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw])
  return { origin: log.origin, name, id, key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) }
}

/** A C2SP signed note: its text, where a trusted key signed it. */
function openNote(note, what) {
  const split = note.lastIndexOf('\n\n')
  const text = note.slice(0, split + 1)
  const signed = note
    .slice(split + 2)
    .split('\n')
    .some((line) => {
      const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? []
      const bytes = Buffer.from(encoded ?? '', 'base64')
      const own = name === trust.name && bytes.subarray(0, 4).toString('hex') === trust.id
      return own && verify(null, Buffer.from(text), trust.key, bytes.subarray(4))
    })
  return signed ? text : fail(`${what}没有受信任密钥的有效签名`)
}

function openCheckpoint(note) {
  const [origin, size, root] = openNote(note, '检查点').split('\n')
  if (origin !== trust.origin) fail(`检查点属于另一个日志：${origin}`)
  return { size: Number(size), root }
}

/** Reads every leaf, recomputes the root (RFC 6962), and returns what the leaves commit to: index → commitment and time. */
function readLog({ size, root }) {
  const found = new Map()
  const stack = []
  let said = ''
  for (let n = 0; n * 256 < size; n += 1) {
    const bundle = readFileSync(join(folder, bundlePath(n, Math.min(256, size - n * 256))))
    let at = 0
    for (let index = n * 256; index < Math.min(size, (n + 1) * 256); index += 1) {
      const leaf = bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at))
      at += 2 + leaf.length
      push(stack, sha256(Buffer.of(0), leaf))
      const { index: own, at: time, c } = JSON.parse(leaf.toString('utf8'))
      if (own !== index) fail(`日志第 ${index} 条自称第 ${own} 条`)
      if (time > said) said = time // a clock set back reorders nothing
      if (c.register) found.set(index, { commitment: c.register, said })
    }
  }
  const computed = stack.reduceRight(
    (right, { hash }) => (right ? sha256(Buffer.of(1), hash, right) : hash),
    undefined,
  )
  if ((computed ?? sha256('')).toString('base64') !== root)
    fail('由各条算出的根与检查点的根不同：日志文件被改动')
  return found
}

function push(stack, leaf) {
  let node = { height: 0, hash: leaf }
  while (stack.at(-1)?.height === node.height)
    node = { height: node.height + 1, hash: sha256(Buffer.of(1), stack.pop().hash, node.hash) }
  stack.push(node)
}

function bundlePath(n, width) {
  const groups = String(n)
    .padStart(Math.ceil(String(n).length / 3) * 3, '0')
    .match(/\d{3}/g)
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/entries/${path}${width === 256 ? '' : `.p/${width}`}`
}

/** Plays the public lines in the order of the log; each must open a commitment, and no commitment may stay closed. */
async function rebuild() {
  const known = new Set() // hashes of the bodies that were laid open
  const now = new Map()
  const end = new Date(`${day}T16:00:00.000Z`).toISOString() // midnight in Beijing ends the day
  let before = -1
  for await (const text of createInterface({
    input: createReadStream(join(folder, 'entries.jsonl')),
    crlfDelay: Infinity,
  })) {
    const line = JSON.parse(text)
    const { index } = line
    if (index >= checkpoint.size) break
    const entry = announced.get(index) ?? fail(`流水第 ${index} 条在日志里没有变动名录`)
    if (index <= before) fail(`流水的次序不对：第 ${index} 条`)
    before = index
    announced.delete(index)
    const opened = sha256(Buffer.from(line.salt, 'base64url'), `register\0${JSON.stringify(line.register)}`)
    if (opened.toString('base64url') !== entry.commitment)
      fail(`流水第 ${index} 条与日志当时的承诺不符：被改动`)
    for (const body of Object.values(line.bodies)) known.add(hashOf(body))
    for (const { key, item, from, until } of line.register) {
      if (!known.has(item)) fail(`流水第 ${index} 条缺少 ${key} 的内容，或内容被改动`)
      const counts =
        question === 'said'
          ? until === null && entry.said < end
          : from <= day && (until === null || until > day)
      if (counts && index < size) now.set(key, { index, item })
    }
  }
  const [missing] = announced.keys()
  if (missing !== undefined) fail(`日志第 ${missing} 条变动了名录，流水里却没有：被隐瞒`)
  say('每一处变动都已公开，内容与当时的承诺相同。')
  return now
}

/** The exported list says the same, entry by entry, and is signed. */
function compare(path) {
  const text = readFileSync(path)
  if (existsSync(`${path}.note`)) {
    const note = openNote(readFileSync(`${path}.note`, 'utf8'), '名录')
    if (!note.includes(`sha256 ${sha256(text).toString('hex')}\n`)) fail('名录文件与它的签名不符')
    say('名录文件的签名有效。')
  } else say('没有签名文件（.note），只比较内容。')
  const unseen = new Set(list.keys())
  for (const { key, index, item, body } of JSON.parse(text).entries) {
    const own = list.get(key)
    if (own?.item !== item || own.index !== index || hashOf(body) !== item)
      fail(`名录中的 ${key} 与由日志重建的不同`)
    unseen.delete(key)
  }
  const [missing] = unseen
  if (missing !== undefined) fail(`名录缺少 ${missing}`)
  say(`名录 ${path} 与由日志重建的逐项相同。`)
}

async function fetchAll(base) {
  const take = async (path, to) => {
    const response = await fetch(`${base}${path}`)
    if (!response.ok) fail(`取不到 ${path}：${response.status}`)
    await mkdir(dirname(join(folder, to)), { recursive: true })
    await writeFile(join(folder, to), response.body)
  }
  await take('/log/checkpoint', 'checkpoint')
  const size = Number(readFileSync(join(folder, 'checkpoint'), 'utf8').split('\n')[1])
  for (let n = 0; n * 256 < size; n += 1) {
    const path = bundlePath(n, Math.min(256, size - n * 256))
    if (!existsSync(join(folder, path))) await take(`/log/${path}`, path)
  }
  await take('/register/entries.jsonl', 'entries.jsonl')
}

function say(text) {
  console.log(text)
}

function fail(text) {
  console.error(`不成立：${text}`)
  process.exit(1)
}
