import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '#modules/identity/contract.ts'
import { registerFile } from '#modules/materials/contract/files.ts'
import { simulatedClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database.ts'
import { compose } from '../../src/compose.ts'
import { password } from '../cast.ts'
import { type Client, client } from '../client.ts'
import { onServer } from '../database.ts'
import { populate } from '../populate.ts'
import { begin, received, send } from '../upload.ts'
import { amount, type Figure } from './figure.ts'

const PART = 32 << 20

/** Bytes that repeat only after 4 GiB, made when asked for: the file itself exists nowhere. */
function bytesAt(offset: number, length: number): Uint8Array {
  const part = new Uint32Array(length / 4)
  for (let i = 0; i < part.length; i++) part[i] = offset / 4 + i
  return new Uint8Array(part.buffer)
}

/**
 * Uploads 2 GiB in parts, kills the server with kill -9 in the middle of a part, starts it anew, goes on where it stopped
 * and registers. The figure is the server's greatest resident memory (VmHWM of both lives).
 */
export async function uploadMemory(
  size = Math.max(4 * PART, amount(2 * 2 ** 30)),
): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-bench-'))
  await chmod(folder, 0o755)
  const database = await startEmbeddedDatabase(join(folder, 'postgres'))
  let server: ChildProcess | undefined
  try {
    await onServer(database.url, 'create database bench')
    const environment = {
      DATABASE_URL: database.urlOf('bench'),
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'silent',
      PUBLIC_URL: 'http://127.0.0.1:8080',
    }
    await enlist(environment)
    const sha256 = hashOf(size)
    const first = await startServer(environment)
    server = first.process
    const id = await begin(first.officer, { name: '源代码与日志.bin', size, sha256 })
    const half = Math.floor(size / 2 / PART) * PART
    for (let at = 0; at < half; at += PART) await send(first.officer, id, bytesAt(at, PART), at)
    const broken = send(first.officer, id, bytesAt(half, PART), half).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 15))
    const peakBefore = await peakOf(first.process)
    first.process.kill('SIGKILL')
    await broken
    const second = await startServer(environment)
    server = second.process
    const kept = await received(second.officer, id)
    for (let from = kept - (kept % 4); from < size; from += PART) {
      const at = Math.max(from, kept) // what arrived of the broken part need not end at a whole word
      await send(second.officer, id, bytesAt(from, Math.min(PART, size - from)).subarray(at - from), at)
    }
    const { body } = await second.officer.call(registerFile, { id })
    const value = Math.round(Math.max(peakBefore, await peakOf(second.process)) / 1024)
    const holds = body.sha256 === sha256 && body.size === size && value <= 300
    const against = `服务进程常驻内存峰值；${size} 字节，途中 kill -9 一次，续传自 ${kept} 字节`
    return [{ name: 'upload-memory', value, unit: 'MiB', against, goal: '≤ 300', holds }]
  } finally {
    server?.kill('SIGKILL')
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function enlist(environment: Record<string, string>): Promise<void> {
  const program = await compose(readConfig(environment), {
    clock: simulatedClock(new Date('2026-03-01T01:00:00.000Z')),
    kind: 'demonstration',
    totpRequired: false,
    unlimited: true,
  })
  await populate(
    async (path, init) => program.app.request(path, init),
    program.setupCode,
    program.engine.clock.today(),
  )
  await program.settle()
  await program.close()
}

function hashOf(size: number): string {
  const hash = createHash('sha256')
  for (let at = 0; at < size; at += PART) hash.update(bytesAt(at, Math.min(PART, size - at)))
  return hash.digest('hex')
}

async function startServer(
  environment: Record<string, string>,
): Promise<{ process: ChildProcess; officer: Client }> {
  const script = join(import.meta.dirname, 'upload-server.ts')
  const started = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...environment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve, reject) => {
    started.stdout.on('data', (data: Buffer) => {
      const found = /listening (\d+)/.exec(data.toString())
      if (found?.[1]) resolve(found[1])
    })
    started.once('exit', (code) => reject(new Error(`server ended with ${code}`)))
  })
  const officer = client((path, init) => fetch(`http://127.0.0.1:${port}${path}`, init))
  await officer.call(openSession, { login: 'court-officer', password })
  return { process: started, officer }
}

/** Greatest resident set of a process so far, in KiB. */
async function peakOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1])
}
