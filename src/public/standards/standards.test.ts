import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  closeConsultation,
  disposeComment,
  openConsultation,
} from '#modules/standards/contract/consultation.ts'
import {
  beginDrafting,
  proposeStandard,
  publishGuidance,
  showStandard,
} from '#modules/standards/contract/standards.ts'
import { certifiedInstitution } from '#testing/standards.ts'
import { type World, world } from '#testing/world.ts'

let w: World
let consultation: string

beforeAll(async () => {
  w = await world()
  const association = await w.as('association')
  const { standardId: id } = (
    await association.call(proposeStandard, {
      slug: 'layout-draft',
      title: '集成电路布图设计鉴定规范',
      layer: 'PROFESSIONAL',
      kind: 'GROUP',
      ipTypes: ['LAYOUT_DESIGN'],
      proposer: '演示知识产权鉴定专业委员会',
      certainty: 'uncertain',
      basis: '演示立项，尚无正式文本。',
    })
  ).body
  await association.call(beginDrafting, { id, draftingUnits: ['甲知识产权鉴定中心'] })
  const opened = await association.call(openConsultation, {
    id,
    label: '征求意见稿',
    notes: '请就比对方法提出意见。',
    closesOn: '2026-04-15',
    clauses: [{ no: '5.2', heading: '独创性部分', bearing: 'APPRAISAL' }],
  })
  consultation = `/consultations/${opened.body.consultationId}`
})
afterAll(() => w?.close())

const get = async (path: string) => {
  const response = await w.program.app.request(path)
  return { status: response.status, html: await response.text() }
}
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  w.program.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  })

describe('the system of standards in public', () => {
  it('shows gaps in words, what is on its way, and what is not sure', async () => {
    const { status, html } = await get('/standards')
    expect(status).toBe(200)
    expect(Buffer.byteLength(html)).toBeLessThan(60_000)
    const row = (type: string) =>
      html.slice(html.indexOf(`<th scope="row">${type}</th>`)).split('</tr>')[0] ?? ''
    expect(row('地理标志')).toContain('<td data-label="专业标准"><strong>缺口</strong></td>')
    expect(row('集成电路布图设计')).toMatch(/data-label="专业标准">.*在研：.*集成电路布图设计鉴定规范/)
    expect(row('发明专利')).toMatch(/GB\/T 45563\.2—2025<\/a>.*T\/CIPS 002—2022<\/a>（待核实）/)
    expect(html).not.toMatch(/<script| style=/)
  })

  it('shows one standard with versions, clauses that await confirmation, and who conforms', async () => {
    const { number } = await certifiedInstitution(w, 'yi', { ipTypes: ['TRADEMARK'], visitOn: '2026-03-04' })
    const association = await w.as('association')
    const { id } = (await association.call(showStandard, { slug: 't-cips-001-2022' })).body
    const guidance = { id, clause: '', question: '谁可以参加评定？', answer: '非本机构的评审专家。' }
    await association.call(publishGuidance, guidance)
    const { html } = await get('/standards/t-cips-001-2022')
    for (const words of [
      'T/CIPS 001—2022',
      '待确认',
      '待核实',
      '登记内容没有对照正式文本',
      '乙知识产权鉴定所',
      number,
      '谁可以参加评定？',
    ])
      expect(html).toContain(words)
    expect((await get('/standards/no-such')).status).toBe(404)
    expect((await get('/consultations/no-such')).status).toBe(404)
  })

  it('explains its words', async () => {
    const { html } = await get('/terms')
    expect(html).toContain('intellectual property appraisement')
    expect(html).toContain('平台释义')
  })
})

describe('a comment without login and without script', () => {
  const comment = {
    name: '某<b>大学',
    contact: 'x@example.org',
    clause: '5.2',
    text: '建议明确常规设计的判断。',
  }

  it('is taken by a form, numbered, and stands in the table until it is disposed of', async () => {
    const sent = await post(consultation, comment)
    expect(sent.status).toBe(303)
    const address = sent.headers.get('location') ?? ''
    expect(address).toBe(`${consultation}?sent=1`)
    const { html } = await get(address)
    expect(html).toContain('您的意见编号为第 1 条')
    expect(html).toContain('某&lt;b&gt;大学')
    expect(html).toContain('待处理')
    expect(html).not.toContain('example.org')
  })

  it('that cannot be taken comes back as it was typed, with what to correct', async () => {
    const refused = await post(consultation, { ...comment, text: '短' })
    expect(refused.status).toBe(400)
    const html = await refused.text()
    expect(html).toContain('意见没有提交')
    expect(html).toContain('id="text-fault"')
    expect(html).toContain('value="x@example.org"')
    const huge = await post(consultation, { ...comment, text: '大'.repeat(70_000) })
    expect(huge.status).toBe(413)
    expect((await post(consultation, comment, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post('/consultations/no-such', comment)).status).toBe(404)
  })

  it('is answered in public, and nothing more is taken after the last day', async () => {
    w.clock.advance(60 * 86_400_000)
    const late = await post(consultation, comment)
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('截止')
    const association = await w.as('association')
    const { id } = await w.program.database.read
      .selectFrom('standard_comment')
      .select('id')
      .executeTakeFirstOrThrow()
    const answer = '采纳，已补充示例。'
    await association.call(disposeComment, { id, disposition: 'ADOPTED', answer })
    await association.call(closeConsultation, { id: consultation.split('/').at(-1) ?? '' })
    const { html } = await get(consultation)
    expect(html).toContain(`<strong>采纳</strong><p>${answer}</p>`)
    expect(html).not.toContain('<form')
  })

  it('leaves a sound log behind', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
