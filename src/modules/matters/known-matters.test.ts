import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confidentiality } from '#law/terms/confidentiality.ts'
import { listCases, showCase } from '#modules/cases/contract/case.ts'
import { assignHandlers, showTeam } from '#modules/cases/contract/team.ts'
import { list, show, withdraw } from '#modules/commissions/contract/endpoints.ts'
import { listFiles } from '#modules/materials/contract/files.ts'
import { listMaterials } from '#modules/materials/contract/materials.ts'
import { listNotices } from '#modules/notices/contract.ts'
import { matterTrace } from '#modules/trace/contract.ts'
import { workQueue } from '#modules/work/contract.ts'
import { teamedCase } from '#testing/cases.ts'
import { administrator, auditor, cast } from '#testing/cast.ts'
import type { Client } from '#testing/client.ts'
import { acceptedCase, submittedCommission } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'

const everyone = [
  ...Object.values(cast).flatMap(({ people }) => Object.keys(people)),
  administrator.login,
  auditor.login,
]

const nowhere = '0198ffff-0000-7000-8000-00000000ffff'

/** What `/can` says, without what tells one request from another. */
async function possible(by: Client, id: string): Promise<string> {
  const response = await by.raw(`/api/commissions/${id}/can`)
  return `${response.status} ${(await response.text()).replace(/"(request|instance)":"[^"]*"/g, '')}`
}

describe('a matter', () => {
  let w: World
  const matters = new Map<string, string>()

  beforeAll(async () => {
    w = await world()
    for (const level of confidentiality.codes) {
      const named = (stage: string) => ({ confidentiality: level, title: `${level} ${stage} 100%_匹配` })
      matters.set(`${level} 提交`, (await submittedCommission(w, named('提交'))).id)
      matters.set(`${level} 受理`, (await acceptedCase(w, named('受理'))).id)
      matters.set(`${level} 组队`, (await teamedCase(w, named('组队'))).id)
    }
    const { id } = await acceptedCase(w, {
      confidentiality: 'RESTRICTED_PERSONS',
      title: 'RESTRICTED_PERSONS 限定并指定经办 100%_匹配',
    })
    matters.set('RESTRICTED_PERSONS 限定并指定经办', id)
    const accountIds = [w.id('jia-custodian'), w.id('jia-archivist')]
    await (await w.as('jia-admin')).call(assignHandlers, { id, accountIds })
  }, 120_000)
  afterAll(() => w?.close())

  /** Each way by which someone may come upon a matter, and whether he does. */
  async function ways(by: Client, matter: { id: string; title: string; opened: boolean }) {
    const { id, title, opened } = matter
    const found = async (search?: string) => {
      const { items, total } = (await by.call(list, search ? { search } : {})).body
      const cases = (await by.call(listCases, search ? { search } : {})).body
      const listed = items.some((each) => each.id === id)
      if (opened) expect(cases.items.some((each) => each.id === id)).toBe(listed)
      if (search) expect([total, cases.total]).toEqual([Number(listed), Number(listed && opened)])
      return listed
    }
    const raw = async (path: string) => (await by.raw(`/api${path}`)).status === 200
    return {
      list: await found(),
      search: await found(title),
      commission: await raw(show.path.replace(':id', id)),
      files: await raw(`${listFiles.path}?matter=${id}`),
      trace: await raw(matterTrace.path.replace(':id', id)),
      ...(opened
        ? {
            case: await raw(showCase.path.replace(':id', id)),
            team: await raw(showTeam.path.replace(':id', id)),
            materials: await raw(listMaterials.path.replace(':id', id)),
          }
        : {}),
    }
  }

  it.each(everyone)(
    'is seen by %s in lists, searches, reads, materials and traces alike, or nowhere',
    async (login) => {
      const by = await w.as(login)
      const queue = JSON.stringify((await by.call(workQueue, {})).body)
      const notices = JSON.stringify((await by.call(listNotices, {})).body)
      for (const [name, id] of matters) {
        const title = `${name} 100%_匹配`
        const seen = await ways(by, { id, title, opened: !name.endsWith('提交') })
        expect(new Set(Object.values(seen)).size, `${name}: ${JSON.stringify(seen)}`).toBe(1)
        if (seen.list) continue
        expect(queue, name).not.toContain(id)
        expect(notices, name).not.toContain(id)
        const answer = async (about: string) => {
          const input = { id: about, reason: '理由充分的撤回' }
          const { status: code, type, detail } = await by.refusal(withdraw, input)
          return { code, type, detail }
        }
        expect(await answer(id)).toEqual(await answer(nowhere))
        expect(await possible(by, id)).toEqual(await possible(by, nowhere))
      }
    },
  )

  /** Written by hand from ARCHITECTURE.md, not from the code. */
  it.each([
    ['INTERNAL 受理', ['admin', 'archivist', 'assistant', 'custodian', 'head', 'intake']],
    ['TRADE_SECRET 受理', ['admin', 'archivist', 'assistant', 'custodian', 'head', 'intake']],
    ['RESTRICTED_PERSONS 提交', ['admin', 'head', 'intake']],
    ['RESTRICTED_PERSONS 受理', ['admin', 'head']],
    ['RESTRICTED_PERSONS 组队', ['admin', 'appraiser1', 'appraiser2', 'head', 'issuer', 'reviewer']],
    ['RESTRICTED_PERSONS 限定并指定经办', ['admin', 'archivist', 'custodian', 'head']],
  ])('%s is seen in the institution by %j, and by the other side and the auditor', async (name, inside) => {
    const seeing: string[] = []
    for (const login of everyone) {
      const { items } = (await (await w.as(login)).call(list, {})).body
      if (items.some(({ id }) => id === matters.get(name))) seeing.push(login)
    }
    expect(seeing.toSorted()).toEqual(
      [...inside.map((who) => `jia-${who}`), 'court-officer', 'auditor'].toSorted(),
    )
  })
})
