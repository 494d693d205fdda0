import { afterAll, beforeAll, expect, it } from 'vitest'
import { type World, world } from '#testing/world.ts'
import { sizeOn } from './as-of.ts'
import { search, type Wanted } from './search.ts'
import { textTags } from './tags.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const institutions: Wanted = { kind: 'institution', listed: true, all: [], some: [] }

it.each<readonly [string, Wanted]>([
  ['all institutions', institutions],
  ['a common word', { ...institutions, text: textTags('知识产权鉴定') }],
  ['pinyin', { ...institutions, text: textTags('zhishichanquan') }],
  ['a state', { ...institutions, listed: false, all: ['state:LISTED'] }],
  ['either of two kinds', { ...institutions, some: [['ip:TRADEMARK', 'ip:LAYOUT_DESIGN']] }],
  ['all appraisers', { ...institutions, kind: 'appraiser' }],
  ['what nobody has', { ...institutions, all: ['state:REMOVED'] }],
])('walking along the numbers finds the same as looking up tags: %s', async (_, wanted) => {
  const db = w.program.database.read
  const day = { day: '2026-03-02', size: await sizeOn(db, '2026-03-02'), question: 'said' } as const
  for (const asOf of [undefined, day]) {
    const all = (await search(db, wanted, { page: { after: '', limit: 50 }, cap: 1001, asOf })).rows
    const pages: string[] = []
    for (let after = ''; ; ) {
      const { rows } = await search(db, wanted, { page: { after, limit: 2 }, cap: 1, asOf })
      pages.push(...rows.map(({ key }) => key))
      const last = rows.at(-1)
      if (!last) break
      after = last.key
    }
    expect(pages).toEqual(all.map(({ key }) => key))
  }
})
