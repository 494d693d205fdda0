import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toJson } from '#kernel/json.ts'
import { type OpinionData, opinionData } from '#modules/opinions/document/opinion-data.ts'
import { printedOpinion } from '#modules/opinions/document/printed-opinion.ts'
import { sampleOpinion } from '#testing/sample-opinion.ts'
import {
  frozenAttachments,
  issueOpinion,
  renderOpinion,
  type SigningWorld,
  signingWorld,
} from '#testing/signed-opinion.ts'
import { readTrust } from '#verify/trust-file.ts'
import { renderNotice } from './notice.ts'
import { readBack } from './read-back.ts'
import { RenderFailed, render } from './render.ts'

const run = promisify(execFile)
let world: SigningWorld
beforeAll(async () => {
  world = await signingWorld()
})
afterAll(() => world.dispose())

const hostile = [
  '#import "/data.json": * #panic("x") #read("/etc/passwd")',
  '$ x^2 $ \\ *bold* _em_ `raw` <label> @ref // comment /* not */',
  '<script>alert(1)</script>&amp;"\'',
  '= 标题 - 列表 + 编号 / 词: 释 ~ --- ...',
  '张䶮、李𬭚，“——”……（66’）',
  'x'.repeat(2000),
  '长'.repeat(2000),
  '前\n后\t制表',
  '`'.repeat(50),
  '⼀⼆（兼容部首）ｆｕｌｌ　ｗｉｄｔｈ',
].join('\n')

/** The sample with the hostile text wherever a person can write. */
function hostileOpinion(): OpinionData {
  const data = sampleOpinion()
  const short = hostile.slice(0, 400)
  return opinionData.parse({
    ...data,
    institution: { ...data.institution, name: '#evil("甲")$所', address: short },
    basics: {
      ...data.basics,
      client: short,
      matter: hostile,
      questions: [hostile],
      accused: hostile,
      present: [short],
    },
    background: hostile,
    materialsDigest: [{ title: short, text: hostile }],
    analysis: {
      ...data.analysis,
      text: hostile,
      chart: data.analysis.chart.map((row) => ({
        ...row,
        claimText: hostile,
        counterpart: hostile,
        evidence: [short],
        reasons: hostile,
      })),
    },
    answers: [{ question: hostile, answer: hostile }],
    signatories: [{ name: '张#䶮', title: '$x$', practiceNo: '\\' }],
  })
}

describe('the opinion document', () => {
  it('is the same to the byte each time it is set from the same data', async () => {
    const attachments = await frozenAttachments(world, sampleOpinion())
    const once = renderOpinion(sampleOpinion(), attachments)
    renderOpinion({ ...sampleOpinion(2), opinionNo: '另一件' }, [])
    expect(Buffer.compare(renderOpinion(sampleOpinion(), attachments).pdf, once.pdf)).toBe(0)
    expect(once.fields.map(({ name, page }) => [name, page])).toEqual([
      ['appraiser-1', once.pages],
      ['appraiser-2', once.pages],
      ['seal', once.pages],
    ])
  })

  it('reads back as it was written, with its fonts, attachments, pages and signatures', async () => {
    const data = sampleOpinion()
    const { pdf, attachments } = await issueOpinion(world, data)
    const { pages } = renderOpinion(data, attachments)
    const expected = { data: toJson(printedOpinion(data)), pages, attachments, trust: readTrust(world.trust) }
    expect((await readBack(pdf, expected)).faults).toEqual([])
    const wrong = {
      ...expected,
      data: { text: '印出来没有的字' },
      pages: pages + 1,
      attachments: attachments.slice(1),
    }
    expect((await readBack(pdf, wrong)).faults).toEqual([
      `页数是 ${pages}，应为 ${pages + 1}`,
      '文中找不到：“印出来没有的字”',
      '附件 manifest.json 多余',
    ])
  })

  it('has room for twelve signatures', () => {
    const data = sampleOpinion()
    const signatories = Array.from({ length: 12 }, (_, i) => ({
      name: `鉴定人${i}`,
      title: '',
      practiceNo: '',
    }))
    const { fields, pages } = renderOpinion({ ...data, signatories }, [])
    expect(fields.map(({ name }) => name)).toEqual([
      ...signatories.map((_, i) => `appraiser-${i + 1}`),
      'seal',
    ])
    for (const { page, box } of fields) {
      expect(page).toBeLessThanOrEqual(pages)
      expect(box[1]).toBeGreaterThan(80)
      expect(box[3]).toBeLessThan(760)
    }
  })

  it('prints hostile text as it stands', async () => {
    const data = hostileOpinion()
    const { pdf, pages } = renderOpinion(data, [])
    expect(
      (await readBack(pdf, { data: toJson(printedOpinion(data)), pages, attachments: [] })).faults,
    ).toEqual([])
  })

  it('is read the same by poppler, which finds every font embedded', async (context) => {
    const there = await run('pdftotext', ['-v']).then(
      () => true,
      () => false,
    )
    if (!there) context.skip('pdftotext (poppler-utils) is not here')
    const folder = await mkdtemp(join(tmpdir(), 'mingjian-text-'))
    const file = join(folder, 'opinion.pdf')
    await writeFile(file, renderOpinion(sampleOpinion(), []).pdf)
    const text = (await run('pdftotext', ['-raw', file, '-'])).stdout.replaceAll(/\s/g, '')
    const fonts = (await run('pdffonts', [file])).stdout
    await rm(folder, { recursive: true })
    for (const said of ['张䶮', '李𬭚', '作为认定案件事实的根据', '特征A、C、D、E、F相同；特征B、G不同。'])
      expect(text).toContain(said)
    const rows = fonts.trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+NotoSerifSC-(Regular|Bold)\s.*\syes yes yes /)
  })

  it.each([
    ['a character that the fonts lack', '张𠮷', '无法印出：“𠮷”（U+20BB7）'],
    ['a mark that reorders text', '甲\u202E乙', '无法印出：U+202E'],
    ['a control character', '甲\u0007', '无法印出：U+0007'],
  ])('refuses %s in its data by name', (_, background, says) => {
    const { error } = opinionData.safeParse({ ...sampleOpinion(), background })
    expect(error?.issues[0]).toMatchObject({ path: ['background'], message: says })
  })

  it('is not set at all with a character that slipped past the check', () => {
    expect(() => renderOpinion({ ...sampleOpinion(), background: '张𠮷' }, [])).toThrow(RenderFailed)
  })

  it('attaches nothing under a name that is not ours', () => {
    const attachment = {
      name: '../x',
      bytes: new Uint8Array(),
      mime: 'text/plain',
      description: '',
      relationship: 'data',
    } as const
    expect(() => renderOpinion(sampleOpinion(), [attachment])).toThrow(TypeError)
  })
})

describe('a notice', () => {
  it('prints what it is given, hostile or not, and nothing of it is run', async () => {
    const data = {
      demonstration: true,
      sender: '甲知识产权鉴定所',
      title: '不予受理通知书',
      number: '甲鉴[2026]知鉴通字第3号',
      addressee: '#panic()',
      paragraphs: [hostile],
      facts: [{ label: '理由', value: hostile }],
      date: '2026年3月2日',
      clauses: ['国知发保字〔2022〕32号 二（八）'],
    }
    const { pdf, pages } = renderNotice(data, { at: new Date('2026-03-02T06:05:00Z') })
    expect((await readBack(pdf, { data, pages, attachments: [] })).faults).toEqual([])
  })
})

it('a template that fails says so and leaves the compiler usable', () => {
  const template = new URL('./signature-picture.typ', import.meta.url)
  expect(() => render({ template, data: {}, at: new Date(0) })).toThrow(RenderFailed)
  expect(renderOpinion(sampleOpinion(), []).pages).toBeGreaterThan(8)
})
