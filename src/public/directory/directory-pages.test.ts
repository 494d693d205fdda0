import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseVerifierKey } from '#log/core/note-key.ts'
import { checkReceipt } from '#log/core/receipt.ts'
import { answerEntryError, listEntryErrors } from '#modules/directory/contract/entry-errors.ts'
import { suspendInstitution } from '#modules/directory/contract/institutions.ts'
import { workQueue } from '#modules/work/contract.ts'
import { type World, world } from '#testing/world.ts'
import { sha256, tree } from '#verify/sha256.ts'

const DAY = 24 * 3_600_000

describe('the national list in public', () => {
  let w: World
  const get = (path: string, headers: Record<string, string> = {}) => w.program.app.request(path, { headers })
  const html = async (path: string) => (await get(path)).text()
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    w.program.app.request(path, { method: 'POST', body: new URLSearchParams(form), headers })

  beforeAll(async () => {
    w = await world()
    w.clock.advance(DAY) // 3 March
    await (await w.as('association')).call(suspendInstitution, { id: w.id('jia'), reason: '年度报告缺失' })
    w.clock.advance(DAY)
    await w.program.settle()
  })
  afterAll(() => w.close())

  it('says on every page what it is not, and as of when it answers', async () => {
    for (const path of [
      '/directory',
      '/directory/institution/44-001',
      '/directory/appraiser/44-001-001',
      '/directory/coverage',
    ]) {
      const text = await html(path)
      expect(text, path).toContain('不是司法行政机关编制的司法鉴定人和司法鉴定机构名册')
      expect(text, path).toMatch(/截至 2026-03-04（日志规模 [\d\u202f]+）/)
    }
  })

  it('finds by pinyin without script and keeps what was asked in the form', async () => {
    const text = await html(
      '/directory?text=jiazhishi&ip=&field=&province=44&state=&standard=&grade=&on=&question=said',
    )
    expect(text).toContain('<a href="/directory/institution/44-001">甲知识产权鉴定中心</a>')
    expect(text).toContain('value="jiazhishi"')
    expect(text).toContain('共 1 条')
    expect(text).toContain('暂停荐用')
    expect(await html('/directory?text=没有这家')).toContain('没有符合条件的')
  })

  it('answers of a past day and carries the day along', async () => {
    const text = await html('/directory?on=2026-03-02&question=said')
    expect(text).toMatch(/截至 2026-03-02（日志规模 [\d\u202f]+）/)
    expect(text).toContain('/directory/institution/44-001?on=2026-03-02&amp;question=said')
    expect(text).not.toContain('>暂停荐用</td>')
    const then = await html('/directory/institution/44-001?on=2026-03-02&question=true')
    expect(then).toContain('按今天所知')
    expect(then).toContain('当日：在名录')
  })

  it('puts a day that has not come back into the form', async () => {
    const response = await get('/directory?on=2030-01-01')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('截至日期最晚为今天')
  })

  it('shows the whole history, each line with its log entry, and a proof that opens the change', async () => {
    const text = await html('/directory/institution/44-001')
    const [, index = ''] = /<a href="\/log\/entries\/(\d+)">公开日志第/.exec(text) ?? []
    expect(text).toContain('年度报告缺失')
    const proof = await html(`/directory/proofs/${index}.tlog-proof`)
    const { origin, vkey } = w.program.services.trust.log
    const key = parseVerifierKey(sha256, vkey)
    if (!key) throw new Error('the log has a key')
    const receipt = await checkReceipt(tree, proof, { origin, keys: [key] })
    expect(receipt).toMatchObject({
      leaf: { op: 'institution.suspend' },
      opened: { register: { value: [{ key: 'institution:44-001' }] } },
    })
    expect((await get('/directory/proofs/0.tlog-proof')).status).toBe(404) // no change of the list
  })

  it('tells machines who it is, and never lets a name end the data', async () => {
    const text = await html('/directory/institution/44-001')
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text) ?? []
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Organization',
      name: '甲知识产权鉴定中心',
      url: 'http://127.0.0.1:8080/directory/institution/44-001',
    })
    const person = await html('/directory/appraiser/44-001-001')
    expect(person).toContain('<meta name="robots" content="noindex"/>')
    const sitemap = await html('/sitemap.xml')
    expect(sitemap).toContain('<loc>http://127.0.0.1:8080/directory/institution/44-001</loc>')
    expect(sitemap).not.toContain('/directory/appraiser/')
    expect(await html('/robots.txt')).toContain('Sitemap: http://127.0.0.1:8080/sitemap.xml')
  })

  it('leads from the addresses of before', async () => {
    expect((await get('/institutions')).headers.get('location')).toBe('/directory')
    const old = await get(`/institutions/${w.id('jia')}`)
    expect([old.status, old.headers.get('location')]).toEqual([301, '/directory/institution/44-001'])
  })

  it('marks what nobody covers with a word, in the table and in the picture', async () => {
    const text = await html('/directory/coverage?ip=PATENT_UTILITY_MODEL&field=F31')
    expect(text).toContain('各省份能鉴定“机器零件”（实用新型专利）的机构数')
    expect(text).toContain('>无</text>')
    expect(text).toContain('<td>—</td>')
    expect(text.match(/class="tile(-none)?"/g)).toHaveLength(32)
    expect(text.match(/<th scope="row">/g)).toHaveLength(35)
  })

  it('answers over the interface with a tag, and says when nothing changed', async () => {
    const first = await get('/api/directory/entries?text=jia')
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(tag).not.toBe('')
    expect((await get('/api/directory/entries?text=jia', { 'if-none-match': tag })).status).toBe(304)
    expect((await get('/api/directory/entries?text=yi', { 'if-none-match': tag })).status).toBe(200)
    expect((await get('/api/notices')).headers.get('cache-control')).toBe('no-store')
  })

  describe('an error reported in an entry', () => {
    const key = 'institution:51-001'
    const what = '电话已经变更，见机构官网公告。'

    it('is answered by the province within its term, and read by the code alone', async () => {
      const received = await post('/directory/report', { key, what, contact: '13800000000' })
      expect(received.headers.get('cache-control')).toBe('no-store')
      const page = await received.text()
      const [code = ''] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(page) ?? []
      expect(page).toContain('将在 2026-03-18 以前答复') // ten working days
      const province = await w.as('province')
      const [item] = (await province.call(workQueue, {})).body.items.filter(({ kind }) => kind === '名录纠错')
      expect(item?.link).toMatch(/^\/entry-errors\//)
      expect(item).toMatchObject({ title: '丙知识产权鉴定研究院', due: '2026-03-18', workingDaysLeft: 10 })
      const [report] = (await province.call(listEntryErrors, {})).body.items
      expect(report).toMatchObject({ what, contact: '13800000000', state: 'OPEN' })
      const waiting = await (await post('/directory/report/answer', { code })).text()
      expect(waiting).toContain('正在核实')
      const id = report?.id ?? ''
      const answer = '已与机构核实，电话确已变更，正在办理。'
      await province.call(answerEntryError, { id, outcome: 'BEING_CORRECTED', answer })
      const answered = await (
        await post('/directory/report/answer', { code: code.toLowerCase().replaceAll('-', ' ') })
      ).text()
      expect(answered).toContain(answer)
      expect(answered).not.toContain('13800000000')
      expect(answered).not.toContain('罗科长')
      const again = await province.refusal(answerEntryError, { id, outcome: 'CORRECTED', answer })
      expect(again.status).toBe(409)
      const traced = JSON.stringify(await w.trace(id))
      expect(traced).toContain('entry-error.answer')
      const all = await w.program.database.read.selectFrom('log_payload').select('fields').execute()
      expect(JSON.stringify(all)).toContain(what)
      expect(JSON.stringify(all)).not.toContain('13800000000')
      expect(await w.fsck()).toEqual([])
    })

    it('is not shown to a province that does not answer for it', async () => {
      await post('/directory/report', { key: 'institution:44-001', what: '地址写错了一个字。' })
      const seen = (await (await w.as('province')).call(listEntryErrors, {})).body.items
      expect(seen.map((each) => each.key)).not.toContain('institution:44-001')
      const all = (await (await w.as('association')).call(listEntryErrors, { state: 'OPEN' })).body.items
      const id = all[0]?.id ?? ''
      const refused = await (await w.as('province')).refusal(answerEntryError, {
        id,
        outcome: 'CORRECTED',
        answer: '已经更正了。',
      })
      expect(refused.status).toBe(404)
    })

    it('keeps what was typed where it is not enough, and takes nothing from another site', async () => {
      const short = await post('/directory/report', { key, what: '错', contact: '张三' })
      expect(short.status).toBe(400)
      const text = await short.text()
      expect(text).toContain('哪里有误至少 5 字')
      expect(text).toContain('value="张三"')
      const foreign = await post('/directory/report', { key, what }, { origin: 'https://evil.example' })
      expect(foreign.status).toBe(403)
      expect(
        await (await post('/directory/report/answer', { code: 'AAAA-BBBB-CCCC-DDDD' })).text(),
      ).toContain('没有找到')
    })
  })
})
