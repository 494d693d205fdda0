import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '#testing/world.ts'
import { restoreInstitution, suspendInstitution } from '../contract/institutions.ts'
import { compareDays, searchDirectory, showCoverage, showEntry } from '../contract/search.ts'

const DAY = 24 * 3_600_000
const jia = 'institution:44-001'

describe('the national list, asked by anyone', () => {
  let w: World
  const found = async (input: Record<string, string>) => {
    const { body } = await w.anonymous().call(searchDirectory, input)
    return { ...body, keys: body.items.map(({ key }) => key) }
  }
  beforeAll(async () => {
    w = await world()
    w.clock.advance(DAY) // 3 March
    await (await w.as('association')).call(suspendInstitution, { id: w.id('jia'), reason: '年度报告缺失' })
    w.clock.advance(DAY) // 4 March
  })
  afterAll(() => w.close())

  it.each<readonly [string, Record<string, string>]>([
    ['part of its name', { text: '甲知识产权' }],
    ['pinyin', { text: 'jiazhishi' }],
    ['pinyin with blanks and capitals', { text: 'Jia Zhi Shi' }],
    ['initials', { text: 'jzscq' }],
    ['number', { text: '44-001' }],
    ['part of the number', { text: '44-0' }],
    ['state', { state: 'SUSPENDED' }],
    ['province', { province: '44' }],
    ['all at once', { text: '鉴定中心', province: '44', state: 'SUSPENDED' }],
  ])('is found by %s', async (_, input) => {
    expect(await found(input)).toMatchObject({ keys: [jia], total: 1, totalCapped: false, next: null })
  })

  it('is not found by what only looks alike', async () => {
    for (const text of ['甲鉴定', 'jiajianding', '_4-001', '%', '44-0019', '司法'])
      expect((await found({ text })).keys).toEqual([])
    expect((await found({ state: 'REMOVED' })).keys).toEqual([])
  })

  it('finds who covers a field, in the whole kind of right or in that field alone', async () => {
    const { body } = await w.anonymous().call(searchDirectory, { ip: 'PATENT_UTILITY_MODEL', field: 'F31' })
    for (const { body: said } of body.items) {
      if (said.kind !== 'institution') throw new Error('institutions were asked for')
      const covering = said.scope.filter(
        ({ ipType, field }) => ipType === 'PATENT_UTILITY_MODEL' && (field ?? 'F31') === 'F31',
      )
      expect(covering.length, said.name).toBeGreaterThan(0)
    }
    expect(body.items.length).toBeGreaterThan(0)
  })

  it('finds appraisers by name, by initials and by their institution', async () => {
    expect((await found({ kind: 'appraiser', text: '陈鉴一' })).total).toBe(1)
    expect((await found({ kind: 'appraiser', text: 'cjy' })).total).toBe(1)
    expect((await found({ kind: 'appraiser', institution: '44-001' })).total).toBe(3)
  })

  it('answers of a past day by what the list said then', async () => {
    expect((await found({ on: '2026-03-02', state: 'SUSPENDED' })).keys).toEqual([])
    expect((await found({ on: '2026-03-02', text: 'jiazhishi' })).keys).toEqual([jia])
    expect((await found({ on: '2026-03-03', state: 'SUSPENDED' })).keys).toEqual([jia])
    expect((await found({ on: '2020-01-01' })).keys).toEqual([])
    const early = (await found({ on: '2026-03-02' })).asOf
    expect(early.size).toBeLessThan((await found({})).asOf.size)
    const tomorrow = await w.anonymous().refusal(searchDirectory, { on: '2026-03-05' })
    expect(tomorrow.issues[0]).toMatchObject({ path: 'on' })
  })

  it('shows one entry with all that was ever said of it, each with its log index', async () => {
    const { body } = await w.anonymous().call(showEntry, { key: jia })
    expect(body.entry.body).toMatchObject({ state: 'SUSPENDED', reason: '年度报告缺失' })
    expect(body.appraisers.map(({ name }) => name)).toContain('陈鉴一')
    const last = body.history.at(-1)
    expect(last?.logIndex).toBe(body.entry.logIndex)
    expect(last?.differences).toEqual([
      { what: '状态', before: expect.stringContaining('在名录'), after: '暂停荐用：年度报告缺失' },
    ])
    const then = await w.anonymous().call(showEntry, { key: jia, on: '2026-03-02' })
    expect(then.body.entry.body.state).toBe('LISTED')
    expect(then.body.history.map(({ state }) => state)).not.toContain('SUSPENDED')
    const none = await w.anonymous().refusal(showEntry, { key: jia, on: '2020-01-01' })
    expect(none.detail).toContain('2020-01-01')
  })

  it('tells two days apart', async () => {
    const { body } = await w.anonymous().call(compareDays, { from: '2026-03-02', to: '2026-03-03' })
    expect(body.items).toMatchObject([{ key: jia, change: 'changed', differences: [{ what: '状态' }] }])
    const none = await w.anonymous().call(compareDays, { from: '2026-03-03', question: 'true' })
    expect(none.body.items).toEqual([])
    const all = await w.anonymous().call(compareDays, { from: '2020-01-01', to: '2026-03-02' })
    expect(new Set(all.body.items.map(({ change }) => change))).toEqual(new Set(['entered']))
  })

  it('counts coverage by those that may take cases: the suspended do not count', async () => {
    const { body } = await w.anonymous().call(showCoverage, {})
    expect(body.provinces.map(({ province }) => province).sort()).toEqual(['31', '51'])
    expect(body.cells.every(({ institutions }) => institutions === 1)).toBe(true)
    const { body: patents } = await w.anonymous().call(showCoverage, { ip: 'PATENT_INVENTION' })
    expect(patents.cells.every(({ row }) => /^F\d\d$/.test(row))).toBe(true)
  })

  it('says what stands now whatever a clock that was set back says', async () => {
    w.clock.advance(-3 * DAY)
    await (await w.as('cnipa')).call(restoreInstitution, { id: w.id('jia'), reason: '补交年度报告' })
    const { body } = await w.anonymous().call(showEntry, { key: jia })
    expect(body.entry.body.state).toBe('LISTED')
    expect(body.history.at(-1)?.reason).toBe('补交年度报告')
    expect((await found({ state: 'SUSPENDED' })).keys).toEqual([])
  })
})
