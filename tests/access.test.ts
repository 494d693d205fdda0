import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyCommand, AnyQuery } from '#kernel/command.ts'
import { type RoleCode, role } from '#law/terms/role.ts'
import { ask, subjectOf, validInput } from '#testing/ask.ts'
import { everyRole, type Principal } from '#testing/every-role.ts'
import { type IssuedMatter, issuedMatter } from '#testing/issued-matter.ts'
import { type World, world } from '#testing/world.ts'
import { acts, asks, type Holder, outOfCan } from './access-table.ts'

/** What is there is no secret, or is overseen by one of the strangers below. */
const known =
  /^\/(accounts|institutions|appraisers|commission-drafts|draws|standards|consultations|standard-comments|terms|conformity)\//

describe('who may do what', () => {
  let w: World
  let m: IssuedMatter
  let people: readonly Principal[]
  let operations: readonly (AnyCommand | AnyQuery)[]

  beforeAll(async () => {
    w = await world()
    m = await issuedMatter(w)
    people = await everyRole(w)
    operations = w.program.modules.flatMap(({ commands, queries }) => [...commands, ...queries])
  })
  afterAll(() => w.close())

  it('has a person of every role that people can hold', () => {
    const held = new Set(people.map((one) => one.role))
    expect(role.codes.filter((code) => code !== 'PUBLIC' && !held.has(code))).toEqual([])
  })

  it('has exactly one row for every operation', () => {
    const rows = [...Object.keys(acts), ...Object.keys(asks)].sort()
    expect(rows).toEqual(operations.map(({ endpoint }) => endpoint.id).sort())
  })

  it('grants every operation to the roles of its row and to no other', () => {
    const wrong = operations.flatMap(({ endpoint, allow }) => {
      const granted = [...new Set<string>(allow.map((grant: { role: string }) => grant.role))].sort()
      const row = [...(acts[endpoint.id] ?? asks[endpoint.id]?.to ?? [])].sort()
      return String(granted) === String(row) ? [] : [`${endpoint.id}: 授予 ${granted}，应为 ${row}`]
    })
    expect(wrong).toEqual([])
  })

  it('refuses every deed at the door to everyone outside its row', { timeout: 300_000 }, async () => {
    const wrong: string[] = []
    let cells = 0
    for (const { endpoint } of operations) {
      const row = acts[endpoint.id]
      if (!row) continue
      const input = validInput(endpoint, w, m)
      for (const one of people) {
        if (holds(row, one.role)) continue
        cells += 1
        const { status, text } = await ask(await w.as(one.login), endpoint, input)
        const type = /\/problems\/([a-z-]+)/.exec(text)?.[1]
        if (![403, 404].includes(status) || !['not-permitted', 'not-found'].includes(type ?? ''))
          wrong.push(`${endpoint.id} × ${one.login}: ${status} ${text.slice(0, 160)}`)
      }
      if (row.includes('everyone')) continue
      cells += 1
      const { status } = await ask(w.anonymous(), endpoint, input)
      if (status !== 401) wrong.push(`${endpoint.id} × 未登录: ${status}`)
    }
    console.info(`deeds refused at the door: ${cells} cells`)
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThan(2000)
  })

  it('refuses every deed on the matter to people of the role who have no part in it', {
    timeout: 300_000,
  }, async () => {
    const wrong: string[] = []
    for (const { endpoint } of operations) {
      const row = acts[endpoint.id]
      // Only deeds on the court's matter: one's own notices, files and accounts are other relations.
      if (!row || !/^\/(cases|commissions|materials|charts|drafts|reviews|opinions)\/:id/.test(endpoint.path))
        continue
      for (const one of people.filter(({ stands, role: held }) => stands === 'other' && holds(row, held))) {
        const { status, text } = await ask(await w.as(one.login), endpoint, validInput(endpoint, w, m))
        if (![403, 404].includes(status))
          wrong.push(`${endpoint.id} × ${one.login}: ${status} ${text.slice(0, 160)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('answers every question to those of its row and to nobody else', { timeout: 300_000 }, async () => {
    const wrong: string[] = []
    let cells = 0
    for (const { endpoint } of operations) {
      const row = asks[endpoint.id]
      if (!row) continue
      const input = { ...validInput(endpoint, w, m), ...row.input?.(m) }
      for (const one of people) {
        cells += 1
        const { status, text } = await ask(await w.as(one.login), endpoint, input)
        const sees = holds(row.to, one.role) && (row.about === undefined || row.about(one))
        const expected = sees ? [200, ...(row.or ?? [])] : [403, 404]
        if (!expected.includes(status))
          wrong.push(`${endpoint.id} × ${one.login}: ${status}，应为 ${expected} ${text.slice(0, 120)}`)
      }
      cells += 1
      const { status } = await ask(w.anonymous(), endpoint, input)
      const open = row.about ? 404 : 200 // to everyone, but there is none of it in this world
      const expected = row.to.includes('everyone') ? open : 401
      if (status !== expected) wrong.push(`${endpoint.id} × 未登录: ${status}`)
    }
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThan(1000)
  })

  it('gives strangers the same answer for a matter that exists and for one that does not', {
    timeout: 300_000,
  }, async () => {
    const nowhere = '0198ffff-0000-7000-8000-00000000ffff'
    const wrong: string[] = []
    const strangers = ['yi-head', 'yi-intake', 'yi-appraiser3', 'agency-officer', 'party', 'admin', 'cnipa']
    for (const { endpoint } of operations.filter(({ endpoint: { path } }) => path.includes('/:id'))) {
      if (known.test(endpoint.path)) continue
      for (const login of strangers) {
        const by = await w.as(login)
        const input = validInput(endpoint, w, m)
        const [real, made] = [
          await ask(by, endpoint, input),
          await ask(by, endpoint, { ...input, id: nowhere }),
        ]
        const blank = (text: string) =>
          text
            .replaceAll(String(input.id), '')
            .replaceAll(nowhere, '')
            .replace(/"request":"[^"]*"/, '')
        if (real.status !== made.status || blank(real.text) !== blank(made.text))
          wrong.push(
            `${endpoint.id} × ${login}: ${real.status} ${real.text.slice(0, 200)} ≠ ${made.text.slice(0, 200)}`,
          )
      }
    }
    expect(wrong).toEqual([])
  })

  it('tells nobody outside the matter what could be done with it', async () => {
    const bases = new Set(
      operations.flatMap(({ endpoint: { path } }) => /^(\/[a-z-]+\/:id)\/[a-z-]+$/.exec(path)?.[1] ?? []),
    )
    const wrong: string[] = []
    for (const base of [...bases].filter((each) => !outOfCan.includes(each))) {
      const id = subjectOf(base, w, m) ?? ''
      for (const one of people.filter(({ stands }) => stands === 'other')) {
        const response = await (await w.as(one.login)).raw(`/api${base.replace(':id', id)}/can`)
        const body = await response.json()
        if (response.status === 404) continue
        const able = Object.entries<{ ok?: boolean }>(body).filter(([, { ok }]) => ok)
        if (able.length > 0 || response.status >= 500)
          wrong.push(`${base} × ${one.login}: ${JSON.stringify(able)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('shows the system administrator no case in any list', async () => {
    const admin = await w.as('admin')
    for (const list of ['/api/cases', '/api/commissions', '/api/work/queue', '/api/notices']) {
      const text = await (await admin.raw(list)).text()
      expect(text).not.toContain(m.caseId)
      expect(text).not.toContain('快速锁紧接头')
    }
  })

  it('leaves log and tables in agreement after all these refusals', async () => {
    expect(await w.fsck()).toEqual([])
  })
})

function holds(row: readonly Holder[], held: RoleCode): boolean {
  return row.includes('everyone') || row.includes('signed-in') || row.includes(held)
}
