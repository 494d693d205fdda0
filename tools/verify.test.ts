import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOpinion } from '#testing/sample-opinion.ts'
import { issueOpinion, signingWorld } from '#testing/signed-opinion.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingjian-verify-'))
  const world = await signingWorld()
  const { pdf, proof } = await issueOpinion(world, sampleOpinion())
  await writeFile(join(folder, 'opinion.pdf'), pdf)
  await writeFile(join(folder, 'opinion.tlog-proof'), proof)
  await writeFile(join(folder, 'trust.json'), JSON.stringify(world.trust))
  pdf[20_000] = (pdf[20_000] ?? 0) ^ 1
  await writeFile(join(folder, 'altered.pdf'), pdf)
  await world.dispose()
})
afterAll(() => rm(folder, { recursive: true }))

/** The command as a person runs it, in the folder of the files. */
function verify(...args: string[]): Promise<{ code: number; text: string }> {
  const root = join(import.meta.dirname, '..')
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  return new Promise((done) => {
    execFile(
      process.execPath,
      [tsx, join(root, 'tools/verify.ts'), ...args],
      { cwd: folder },
      (error, stdout, stderr) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr })
      },
    )
  })
}

const trusted = ['--trust', 'trust.json']

describe('npm run verify', () => {
  it.each([
    [
      'a true opinion with its sidecar',
      ['opinion.pdf', '--proof', 'opinion.tlog-proof', ...trusted],
      0,
      '真实、完整，未被更改',
    ],
    ['a true opinion alone', ['opinion.pdf', ...trusted], 0, '［未核对］最终登记未核对'],
    ['an altered opinion', ['altered.pdf', ...trusted], 1, '与原件不同之处'],
    ['something else', ['trust.json', ...trusted], 1, '无法核验'],
    ['no file', [...trusted], 2, '用法'],
    ['no trust file', ['opinion.pdf'], 2, '--trust'],
    ['a file that is not there', ['nowhere.pdf', ...trusted], 2, '读不到要核验的文件 nowhere.pdf'],
    ['a trust file that is none', ['opinion.pdf', '--trust', 'opinion.tlog-proof'], 2, '信任文件不是 JSON'],
    ['an option that is none', ['opinion.pdf', '--force'], 2, '参数无法识别'],
  ])('given %s answers plainly', async (_, args, code, says) => {
    const answer = await verify(...args)
    expect(answer.text).toContain(says)
    expect(answer.text).not.toMatch(/\n\s+at /)
    expect(answer.code).toBe(code)
  })
})
