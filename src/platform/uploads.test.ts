import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerFile, showFile } from '#modules/materials/contract/files.ts'
import { materialsModule } from '#modules/materials/module.ts'
import { freshDatabase, PEOPLED, type TestDatabase } from '#testing/database.ts'
import { announce, begin, received, send, sha256Of, uploaded } from '#testing/upload.ts'
import { type World, world } from '#testing/world.ts'

const letter = new TextEncoder().encode('%PDF-1.7 委托函')
let database: TestDatabase
let dataDir: string
let w: World

beforeAll(async () => {
  database = await freshDatabase(PEOPLED)
  dataDir = await mkdtemp(join(tmpdir(), 'mingjian-uploads-'))
  w = await world({ url: database.url, dataDir })
})

afterAll(async () => {
  expect(await w.fsck()).toEqual([])
  await w.close()
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

describe('an upload', () => {
  it('ends with a receipt whose index leads to its hash in the log', async () => {
    const court = await w.as('court-officer')
    const { body, traceIndex } = await uploaded(court, { name: '委托函.pdf', bytes: letter })
    expect(body).toMatchObject({ name: '委托函.pdf', sha256: sha256Of(letter), size: letter.byteLength })
    const [entry] = await w.trace(body.fileId)
    expect(entry).toMatchObject({ index: traceIndex, op: 'file.register', fields: { sha256: body.sha256 } })
    const shown = await court.call(showFile, { id: body.fileId })
    expect(shown.body).toMatchObject({ traceIndex, mediaType: 'application/pdf', uploadedBy: '林书记' })
    expect(await readdir(join(dataDir, 'uploads'))).toEqual([])
  })

  it('is refused and thrown away where the bytes are not those announced, and the attempt is traced', async () => {
    const court = await w.as('court-officer')
    const id = await begin(court, { name: 'a.pdf', size: letter.byteLength, sha256: 'ab'.repeat(32) })
    await send(court, id, letter, 0)
    const problem = await court.refusal(registerFile, { id })
    expect(problem).toMatchObject({
      status: 422,
      violations: [{ rule: 'stored-bytes-as-announced', brief: 'T-09' }],
    })
    expect(problem.detail).toContain('收到的文件与声明的不一致')
    expect(await w.trace(id)).toMatchObject([
      { op: 'attempt.refused', fields: { attempted: 'file.register' } },
    ])
    expect(await readdir(join(dataDir, 'uploads'))).toEqual([])
    await court.refusal(showFile, { id })
  })

  it('goes on where it stopped after the server was started anew', async () => {
    const bytes = new Uint8Array(300_000).map((_, i) => i % 251)
    const announced = { name: '检测数据.bin', size: bytes.byteLength, sha256: sha256Of(bytes) }
    const before = await w.as('court-officer')
    const id = await begin(before, announced)
    await send(before, id, bytes.subarray(0, 100_001), 0)
    await w.close()
    w = await world({ url: database.url, dataDir })
    const after = await w.as('court-officer')
    expect(await received(after, id)).toBe(100_001)
    expect(await after.refusal(registerFile, { id })).toMatchObject({ status: 409 })
    expect((await send(after, id, bytes.subarray(100_001), 100_001)).status).toBe(204)
    const { body } = await after.call(registerFile, { id })
    expect(body.sha256).toBe(announced.sha256)
  })

  it('arrives whole wherever it is cut, one byte before and after every boundary', async () => {
    const court = await w.as('court-officer')
    const chunk = 65_536
    const boundaries = Array.from({ length: 10 }, (_, i) => (i + 1) * chunk)
    for (const cut of boundaries.flatMap((boundary) => [boundary - 1, boundary, boundary + 1])) {
      const bytes = new Uint8Array(11 * chunk).map((_, i) => (i * 7 + cut) % 256)
      const id = await begin(court, { name: 'cut.bin', size: bytes.byteLength, sha256: sha256Of(bytes) })
      await send(court, id, bytes.subarray(0, cut), 0)
      const kept = await received(court, id)
      await send(court, id, bytes.subarray(kept), kept)
      expect((await court.call(registerFile, { id })).body.sha256).toBe(sha256Of(bytes))
    }
  })

  it.each([
    ['before what has arrived', 2],
    ['after what has arrived', 9],
  ])('takes no bytes at an offset %s', async (_, offset) => {
    const court = await w.as('court-officer')
    const id = await begin(court, { name: 'x', size: letter.byteLength, sha256: sha256Of(letter) })
    await send(court, id, letter.subarray(0, 5), 0)
    const response = await send(court, id, letter.subarray(offset), offset)
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('续传位置') })
    expect(await received(court, id)).toBe(5)
  })

  it('takes no more bytes than were announced', async () => {
    const court = await w.as('court-officer')
    const id = await begin(court, { name: 'x', size: 5, sha256: sha256Of(letter) })
    expect((await send(court, id, letter, 0)).status).toBe(413)
  })

  it('has one effect however often its end is reported, and the same key gets the same receipt', async () => {
    const court = await w.as('court-officer')
    const bytes = new TextEncoder().encode('同一文件')
    const id = await begin(court, { name: 'x', size: bytes.byteLength, sha256: sha256Of(bytes) })
    await send(court, id, bytes, 0)
    const key = { idempotencyKey: `register-${id}` }
    const answers = await Promise.all([
      court.call(registerFile, { id }, key),
      court.call(registerFile, { id }, key),
    ])
    expect(answers[1]).toEqual(answers[0])
    expect(await received(court, id)).toBe(bytes.byteLength)
    expect(await court.refusal(registerFile, { id })).toMatchObject({ status: 409 })
    const registered = (await w.trace(id)).filter(({ op }) => op === 'file.register')
    expect(registered).toHaveLength(1)
  })

  it('of nothing is refused with a sentence', async () => {
    const response = await announce(await w.as('court-officer'), {
      name: '空.txt',
      size: 0,
      sha256: sha256Of(letter),
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('0 字节') })
  })

  it('beyond the largest size is refused before its first byte', async () => {
    const announced = { name: 'big', size: 4 * 2 ** 30 + 1, sha256: sha256Of(letter) }
    const response = await announce(await w.as('court-officer'), announced)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('4 GB') })
  })

  it.each(['anonymous', 'auditor', 'cnipa'])('is not for %s', async (who) => {
    const by = who === 'anonymous' ? w.anonymous() : await w.as(who)
    const response = await announce(by, { name: 'x', size: 4, sha256: sha256Of(letter) })
    expect([401, 403]).toContain(response.status)
  })

  it('of somebody else does not exist', async () => {
    const court = await w.as('court-officer')
    const id = await begin(court, { name: 'x', size: letter.byteLength, sha256: sha256Of(letter) })
    const stranger = await w.as('agency-officer')
    expect((await send(stranger, id, letter, 0)).status).toBe(404)
    expect(await received(stranger, id)).toBe(-1)
    expect(await stranger.refusal(registerFile, { id })).toMatchObject({ status: 404 })
  })

  it('left alone for a week makes room for the next', async () => {
    const court = await w.as('court-officer')
    const id = await begin(court, { name: 'x', size: letter.byteLength, sha256: sha256Of(letter) })
    await send(court, id, letter.subarray(0, 3), 0)
    w.clock.advance(169 * 3_600_000)
    await begin(await w.as('court-officer'), { name: 'y', size: 5, sha256: sha256Of(letter) })
    expect(await received(await w.as('court-officer'), id)).toBe(-1)
    expect(await readdir(join(dataDir, 'uploads'))).not.toContain(id)
  })
})

describe('a file name', () => {
  it.each([
    ['a mark that reverses what follows', '合同\u202Egpj.exe', '合同［U+202E］gpj.exe'],
    ['NUL', 'a\0b.pdf', 'a［U+0000］b.pdf'],
    ['line ends', 'a\r\nset-cookie: x.pdf', 'a［U+000D］［U+000A］set-cookie: x.pdf'],
    ['a path', '../../etc/passwd', 'passwd'],
    ['a Windows path', 'C:\\卷宗\\委托函.pdf', '委托函.pdf'],
    ['quotes and a percent sign', '“甲”"乙"%41;x.pdf', '“甲”"乙"%41;x.pdf'],
    ['nothing', '', '未命名文件'],
  ])('with %s is kept as data and shown for what it is', async (_, sent, kept) => {
    const court = await w.as('court-officer')
    const { body } = await uploaded(court, { name: sent, bytes: letter })
    expect(body.name).toBe(kept)
    const response = await court.raw(`/api/files/${body.fileId}/content`)
    const header = response.headers.get('content-disposition') ?? ''
    expect(header).toMatch(/^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]+$/)
    expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(kept)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(letter)
  })
})

describe('a download', () => {
  const svg = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  )
  const html = new TextEncoder().encode('<!doctype html><script>alert(1)</script>')
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4])

  it.each([
    ['SVG', 'x.svg', svg],
    ['HTML', 'x.html', html],
    ['HTML that is called a picture', 'x.png', html],
  ])('of %s can only be saved', async (_, name, bytes) => {
    const court = await w.as('court-officer')
    const { fileId } = (await uploaded(court, { name, bytes })).body
    const saved = await court.raw(`/api/files/${fileId}/content`)
    expect(saved.headers.get('content-type')).toBe('application/octet-stream')
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(saved.headers.get('content-security-policy')).toMatch(/default-src 'none';.*sandbox$/)
    expect(saved.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await court.raw(`/api/files/${fileId}/view`)).status).toBe(409)
  })

  it('of a picture can be looked at, in a sandbox', async () => {
    const court = await w.as('court-officer')
    const { fileId } = (await uploaded(court, { name: '照片.png', bytes: png })).body
    const seen = await court.raw(`/api/files/${fileId}/view`)
    expect(seen.headers.get('content-type')).toBe('image/png')
    expect(seen.headers.get('content-disposition')).toMatch(/^inline;/)
    expect(seen.headers.get('content-security-policy')).toMatch(/sandbox$/)
  })

  it.each([
    ['bytes=2-4', 206, 'bytes 2-4/12', [0x4e, 0x47, 0x0d]],
    ['bytes=9-', 206, 'bytes 9-11/12', [2, 3, 4]],
    ['bytes=-2', 206, 'bytes 10-11/12', [3, 4]],
    ['bytes=5-400', 206, 'bytes 5-11/12', [0x0a, 0x1a, 0x0a, 1, 2, 3, 4]],
    ['bytes=12-', 416, 'bytes */12', []],
    ['lines=1-2', 200, null, [...png]],
  ])('of the range %s is answered %i', async (range, status, contentRange, bytes) => {
    const court = await w.as('court-officer')
    const { fileId } = (await uploaded(court, { name: 'r.png', bytes: png })).body
    const response = await court.raw(`/api/files/${fileId}/content`, { headers: { range } })
    expect([response.status, response.headers.get('content-range')]).toEqual([status, contentRange])
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual(bytes)
  })

  it('by another organisation finds nothing', async () => {
    const { fileId } = (await uploaded(await w.as('court-officer'), { name: 'r.png', bytes: png })).body
    for (const who of ['agency-officer', 'jia-intake', 'admin'])
      expect((await (await w.as(who)).raw(`/api/files/${fileId}/content`)).status).toBe(404)
    expect((await w.anonymous().raw(`/api/files/${fileId}/content`)).status).toBe(401)
  })
})

describe('the check of stored files', () => {
  async function sentences(): Promise<string[]> {
    const said: string[] = []
    for (const check of materialsModule.checks ?? [])
      for await (const sentence of check(w.program.database.read, w.program.engine.files)) said.push(sentence)
    return said
  }

  it('is silent while nothing has changed', async () => {
    expect(await sentences()).toEqual([])
  })

  it('finds one changed byte, and a missing blob', async () => {
    const bytes = new TextEncoder().encode('原件内容，只有一份')
    const { body } = await uploaded(await w.as('court-officer'), { name: '原件.txt', bytes })
    const path = join(dataDir, 'files', body.sha256.slice(0, 2), body.sha256)
    const stored = await readFile(path)
    const altered = Buffer.from(stored)
    altered[3] = (altered[3] ?? 0) ^ 1
    await writeFile(path, altered)
    expect(await sentences()).toEqual([expect.stringMatching(/“原件.txt”.*内容被改动/)])
    await rm(path)
    expect(await sentences()).toEqual([expect.stringMatching(/“原件.txt”.*不在文件库/)])
    await writeFile(path, stored)
    expect(await sentences()).toEqual([])
  })
})
