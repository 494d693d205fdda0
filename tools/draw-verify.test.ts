import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toBase64 } from '#log/core/base64.ts'
import { parseCheckpoint } from '#log/core/checkpoint.ts'
import { parseTlogProof } from '#log/core/tlog-proof.ts'
import { consistencyProof, rootAt } from '#log/prove.ts'
import { drawEvidence } from '#modules/selection/contract/draws.ts'
import { openDraw } from '#modules/selection/contract/selections.ts'
import { committedDraw, drawSecret } from '#testing/draws.ts'
import { type World, world } from '#testing/world.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingjian-draw-'))
  const [w, other] = [await world(), await world()]
  const id = await committedDraw(w)
  await w.program.settle()
  const keep = async (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value))
  const evidence = async () => (await w.anonymous().call(drawEvidence, { id })).body
  const laid = await evidence()
  await (await w.as('court-officer')).call(openDraw, { id, secret: drawSecret })
  await w.program.settle()
  const opened = await evidence()
  await keep('laid.json', laid)
  await keep('opened.json', opened)
  await keep('trust.json', w.program.services.trust)
  await keep('other-trust.json', other.program.services.trust)
  const flipped = opened.entries.map((text, i) => (i === 1 ? alter(text) : text))
  await keep('altered.json', { ...opened, entries: flipped })
  await keep('other-root.json', {
    ...opened,
    root: { ...opened.root, root: Buffer.alloc(32, 1).toString('base64') },
  })
  const size = (opened.root?.size ?? 0) - 1
  await keep('other-size.json', { ...opened, root: { ...opened.root, size } })
  await keep('true-root.json', {
    ...opened,
    root: await trueRoot(w, { size, covering: opened.entries[1] ?? '' }),
  })
  await keep('unrooted.json', { ...opened, root: null })
  await keep('without-list.json', { ...opened, entries: opened.entries.slice(1) })
  await keep('twice.json', { ...opened, entries: [opened.entries[0], ...opened.entries] })
  await keep('of-another.json', { ...opened, draw: '0198a000-0000-7000-8000-000000000000' })
  await writeFile(join(folder, 'cut.json'), JSON.stringify(opened).slice(0, 4000))
  await w.close()
  await other.close()
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

/** The root at another size, with the true proof that it belongs to this log. */
async function trueRoot({ program }: World, { size, covering }: { size: number; covering: string }) {
  const db = program.database.read
  const note = parseTlogProof(covering)?.checkpoint ?? ''
  const { size: under = 0 } = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1)) ?? {}
  const consistency = (await consistencyProof(db, size, under)).map(toBase64)
  return { size, root: toBase64(await rootAt(db, size)), consistency }
}

/** Lays another secret into the opened field, as somebody would who wants another outcome. */
function alter(proof: string): string {
  return proof.replace(/extra (\S+)/, (_, extra: string) => {
    const text = Buffer.from(extra, 'base64').toString('utf8').replace(drawSecret, 'e5'.repeat(32))
    return `extra ${Buffer.from(text).toString('base64')}`
  })
}

/** The command as a person runs it, in the folder of the files. */
function verify(...args: string[]): Promise<{ code: number; text: string }> {
  const root = join(import.meta.dirname, '..')
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  return new Promise((done) => {
    execFile(
      process.execPath,
      [tsx, join(root, 'tools/draw-verify.ts'), ...args],
      { cwd: folder },
      (error, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr }),
    )
  })
}

const trusted = ['--trust', 'trust.json']

describe('npm run draw:verify', () => {
  it.each([
    ['an opened draw', ['opened.json', '--order', ...trusted], 0, '抽出的次序：\n  1. institution:'],
    ['a draw not yet opened', ['laid.json', ...trusted], 0, '尚未开封'],
    ['another secret in its place', ['altered.json', ...trusted], 1, '与日志中的承诺不符'],
    ['another root', ['other-root.json', ...trusted], 1, '不是这个日志在规模'],
    ['the true root of another size', ['true-root.json', ...trusted], 1, '不是约定的规模'],
    ['the root of another size', ['other-size.json', ...trusted], 1, '不成立'],
    ['no root', ['unrooted.json', ...trusted], 1, '次序无法重算'],
    ['an opening without its list', ['without-list.json', ...trusted], 1, '第一条登记必须是抽签承诺'],
    ['the list twice', ['twice.json', ...trusted], 1, '第一条登记必须是抽签承诺，且只有一条'],
    ['entries of another draw', ['of-another.json', ...trusted], 1, '不属于这次抽签'],
    ['another log', ['opened.json', '--trust', 'other-trust.json'], 1, '检查点'],
    ['a file cut short', ['cut.json', ...trusted], 1, '不是抽签证据'],
    ['no file', [...trusted], 2, '用法'],
    ['no trust file', ['opened.json'], 2, '--trust'],
    ['a file that is not there', ['nowhere.json', ...trusted], 2, '读不到证据文件 nowhere.json'],
    ['an option that is none', ['opened.json', '--force'], 2, '参数无法识别'],
  ])('given %s answers plainly', async (_, args, code, says) => {
    const answer = await verify(...args)
    expect(answer.text).toContain(says)
    expect(answer.text).not.toMatch(/\n\s+at /)
    expect(answer.code).toBe(code)
  })
})
