import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#platform/embedded-database.ts'
import { bin, run } from '../../tools/steps.ts'
import { type Figure, rounded } from './figure.ts'

/** `npm run demo` in an empty data folder, the screens built before: from the start of the process until it says it is ready. */
export async function demoReady(): Promise<readonly Figure[]> {
  const root = join(import.meta.dirname, '../..')
  if ((await run(bin('vite'), ['build', '--logLevel', 'error'])) !== 0) throw new Error('界面没有构建成')
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-bench-'))
  await chmod(folder, 0o755) // PostgreSQL does not run as root and must be able to enter
  const began = performance.now()
  const demo = spawn('npm', ['run', 'demo'], {
    cwd: root,
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: join(folder, 'demo') },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    const said = await readySaid(demo)
    const value = rounded((performance.now() - began) / 1000, 1)
    const built = said.includes('正在构建界面') ? '，其中包括重新构建界面' : ''
    return [
      {
        name: 'demo-ready',
        value,
        unit: '秒',
        against: `npm run demo 从空的数据文件夹到可用${built}`,
        goal: '≤ 30',
        holds: value <= 30,
      },
    ]
  } finally {
    // npm, tsx and the program are one process group of our own.
    if (demo.pid && demo.exitCode === null) {
      process.kill(-demo.pid, 'SIGTERM')
      await once(demo, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }
}

function readySaid(demo: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    demo.stdout?.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.includes('明鉴演示环境已就绪')) resolve(said)
    })
    demo.once('exit', (code) => reject(new Error(`demo ended with ${code}`)))
  })
}
