import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Runs one command in the project's folder with its output shown; resolves with the exit code. */
export function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** A tool of the project's own dependencies, by its name in node_modules/.bin. */
export function bin(name: string): string {
  return join(root, 'node_modules/.bin', name)
}

/**
 * Runs the tests that match and closes with their count. The report decides, not the exit code: a hook that stops the
 * embedded database at exit has been seen to turn a failure into 0.
 */
export async function vitest(...filters: readonly string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-report-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(bin('vitest'), ['run', ...reporters, ...filters])
  const { success, numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    await readFile(report, 'utf8'),
  )
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
  return success === true ? code : 1
}

/** Runs the steps one after the other and stops at the first that fails, saying which. */
export async function steps(
  list: readonly (readonly [title: string, () => Promise<number>])[],
): Promise<void> {
  for (const [title, step] of list) {
    console.log(`\n── ${title}`)
    const code = await step()
    if (code !== 0) {
      console.error(`\n没有通过：${title}`)
      process.exit(code)
    }
  }
}
