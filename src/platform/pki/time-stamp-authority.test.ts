import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificatesOfPem } from '#verify/certificate.ts'
import { readDer } from '#verify/der.ts'
import { checkTimeStamp } from '#verify/time-stamp.ts'
import { remoteTimeStampAuthority } from './remote-time-stamp.ts'
import {
  type LocalTimeStampAuthority,
  localTimeStampAuthority,
  TimeStampFailed,
} from './time-stamp-authority.ts'

const run = promisify(execFile)
const now = () => new Date('2026-03-02T06:05:00Z')
const hash = (data: string) => new Uint8Array(createHash('sha256').update(data).digest())
let folder = ''
let authority: LocalTimeStampAuthority

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingjian-tsa-'))
  authority = await localTimeStampAuthority(join(folder, 'keys'), { now, madeAt: now(), randomBytes })
})
afterAll(() => rm(folder, { recursive: true }))

describe('the local time-stamp authority', () => {
  it('makes tokens that OpenSSL verifies', async (context) => {
    const there = await run('openssl', ['version']).then(
      () => true,
      () => false,
    )
    if (!there) context.skip('openssl is not here')
    await writeFile(join(folder, 'data'), 'stamp me')
    await writeFile(join(folder, 'token'), await authority.stamp(hash('stamp me')))
    await writeFile(join(folder, 'root.pem'), authority.rootPem)
    const args = ['ts', '-verify', '-data', 'data', '-in', 'token', '-token_in', '-CAfile', 'root.pem']
    const attime = ['-attime', String(now().getTime() / 1000)]
    const { stdout, stderr } = await run('openssl', [...args, ...attime], { cwd: folder })
    expect(stdout + stderr).toContain('Verification: OK')
    await writeFile(join(folder, 'data'), 'stamp mf')
    await expect(run('openssl', [...args, ...attime], { cwd: folder })).rejects.toThrow()
  })

  it('answers a request of OpenSSL over HTTP, and our client takes the token from the answer', async () => {
    const server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part) => parts.push(part))
      request.on('end', async () => response.end(await authority.respond(Buffer.concat(parts))))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
    const token = await remoteTimeStampAuthority({ url, randomBytes }).stamp(hash('x'))
    server.close()
    const checked = await checkTimeStamp(
      readDer(token),
      new TextEncoder().encode('x'),
      certificatesOfPem(authority.rootPem),
    )
    expect(checked).toEqual({
      at: now().getTime(),
      authority: '明鉴演示时间戳 DEMONSTRATION TSA',
      fault: undefined,
      distrust: undefined,
    })
    await expect(remoteTimeStampAuthority({ url, randomBytes }).stamp(hash('x'))).rejects.toThrow(
      TimeStampFailed,
    )
  })

  it('keeps its keys across a restart, readable by their owner only', async () => {
    const again = await localTimeStampAuthority(join(folder, 'keys'), {
      now,
      madeAt: new Date('2027-01-01'),
      randomBytes,
    })
    expect(again.rootPem).toBe(authority.rootPem)
    for (const file of await readdir(join(folder, 'keys'))) {
      expect((await stat(join(folder, 'keys', file))).mode & 0o777).toBe(0o600)
    }
  })

  it('is not believed where another root is trusted, nor for other data', async () => {
    const other = await localTimeStampAuthority(join(folder, 'other'), { now, madeAt: now(), randomBytes })
    const token = readDer(await authority.stamp(hash('x')))
    const data = new TextEncoder().encode('x')
    expect((await checkTimeStamp(token, data, certificatesOfPem(other.rootPem))).distrust).toContain(
      '不能追溯',
    )
    const wrong = await checkTimeStamp(
      token,
      new TextEncoder().encode('y'),
      certificatesOfPem(authority.rootPem),
    )
    expect(wrong.fault).toContain('不是为这一签名')
  })
})
