import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')

export interface ServerProcess {
  readonly url: string
  readonly setupCode: string
  /** As the power cord would. */
  kill(): Promise<void>
  stop(): Promise<number | null>
}

/** Starts the program as a process and waits until it listens. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'server.ts')],
    {
      cwd: root,
      env: { ...process.env, ...env, PORT: '0', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: child.stdout ?? process.stdin })
  const ended = once(child, 'exit')
  const first = await Promise.race([once(lines, 'line'), ended.then(([code]) => [`exit ${code}`])])
  const said = String(first[0])
  if (!said.startsWith('{')) throw new Error(`the server did not start: ${said}`)
  const { port, setupCode } = JSON.parse(said)
  return {
    url: `http://127.0.0.1:${port}`,
    setupCode,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      const [code] = await ended
      return code
    },
  }
}

/** Kills the PostgreSQL server of a data folder with all its backends, without a word to any of them. */
export function killPostgres(folder: string): void {
  const [pid = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', pid], { encoding: 'utf8' })
  const pids = [pid, ...children.trim().split(/\s+/)].filter(Boolean).map(Number)
  for (const each of pids)
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // gone already: a backend may end between the list and the blow
    }
}
