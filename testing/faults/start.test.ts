import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '#platform/embedded-database.ts'

const root = join(import.meta.dirname, '../..')

/** Runs one of the project's programs to its end, or until `stop` is asked for. */
function start(file: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, file)], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return { child, ended: once(child, 'exit').then(([code]) => code), said: () => said }
}

describe('npm start', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingjian-start-'))
    await chmod(folder, 0o755)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('names every wrong setting and does not start', async () => {
    const { ended, said } = start('src/main.ts', { DATABASE_URL: 'nonsense', PORT: '99999' })
    expect(await ended).toBe(1)
    expect(said()).toContain('DATABASE_URL')
    expect(said()).toContain('PORT')
    expect(said()).not.toContain('at ')
  })

  it('asks for a database in one sentence where none is configured', async () => {
    const { ended, said } = start('src/main.ts', {})
    expect(await ended).toBe(1)
    expect(said()).toContain('请设置 DATABASE_URL')
  })

  it('starts empty, tells the first steps, answers for its health and stops gracefully; fsck then finds nothing', async () => {
    const port = String(await freePort())
    const env = { EMBEDDED_DATABASE: join(folder, 'postgres'), DATA_DIR: join(folder, 'data') }
    const program = start('src/main.ts', { ...env, PORT: port })
    const health = await answering(`http://127.0.0.1:${port}/health`)
    expect(health).toMatchObject({ status: 'ok', database: 'ok', writing: 'ok' })
    expect(program.said()).toContain('/app/setup')
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    const check = start('tools/fsck.ts', env)
    expect(await check.ended, check.said()).toBe(0)
    expect(check.said()).toContain('一致')
  })
})

async function answering(url: string): Promise<unknown> {
  for (let i = 0; i < 300; i += 1) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return response.json()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${url} did not answer`)
}
