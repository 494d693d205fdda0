import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemDocument } from '#kernel/problem.ts'
import { createAccount, createOrganisation } from '#modules/identity/contract.ts'
import { type World, world } from '#testing/world.ts'
import {
  addScope,
  listInstitutions,
  listQualifiedAppraisers,
  registerAppraiser,
  registerInstitution,
  reportChange,
  restoreAppraiser,
  restoreInstitution,
  settleChange,
  showInstitution,
  suspendAppraiser,
  suspendInstitution,
} from '../contract/institutions.ts'
import { appraiserLife, institutionLife } from '../lifecycle.ts'
import {
  appraiserQualification,
  listedInstitutions,
  qualificationSnapshot,
  qualifiedAppraisers,
  standingOf,
} from '../module.ts'

let here: World
const reason = '核查'

beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

const read = () => here.program.database.read
const rules = (problem: ProblemDocument) => problem.violations.map(({ rule }) => rule)
const patent = () => ({ ipType: 'PATENT_INVENTION', on: here.clock.now() }) as const

/** A further institution of the world, with its head and its administrator; nobody has listed it yet. */
async function newcomer(name: string) {
  const admin = await here.as('admin')
  const { organisationId } = (await admin.call(createOrganisation, { kind: 'institution', name })).body
  const open = async (login: string, role: 'INSTITUTION_HEAD' | 'APPRAISER') =>
    (await admin.call(createAccount, { organisationId, login, name: login, roles: [role] })).body.accountId
  return { id: organisationId, head: await open(`${name}-head`, 'INSTITUTION_HEAD'), open }
}

describe('listing an institution', () => {
  const entry = { shortName: '丁鉴', region: '440100' }

  it('is for the national office alone', async () => {
    const { id, head } = await newcomer('xin')
    for (const who of ['jia-admin', 'court-officer', 'admin', 'jia-head']) {
      const problem = await (await here.as(who)).refusal(registerInstitution, {
        id,
        personInCharge: head,
        ...entry,
      })
      expect(problem.status, who).toBe(403)
    }
    const problem = await here
      .anonymous()
      .refusal(registerInstitution, { id, personInCharge: head, ...entry })
    expect(problem.status).toBe(401)
  })

  it.each([
    ['a court', 'court', {}, ['listed-is-institution', 'person-in-charge-of-institution']],
    ['a region that does not exist', 'new', { region: '990000' }, ['institution-region-valid']],
    [
      'the head of another institution',
      'new',
      { personInCharge: 'jia-head' },
      ['person-in-charge-of-institution'],
    ],
  ])('refuses %s by rule and clause', async (name, what, change, expected) => {
    const { id, head } = await newcomer(`x${name.length}`)
    const cnipa = await here.as('cnipa')
    const problem = await cnipa.refusal(registerInstitution, {
      ...entry,
      ...change,
      id: what === 'new' ? id : here.id(what),
      personInCharge: 'personInCharge' in change ? here.id(change.personInCharge) : head,
    })
    expect(problem.status).toBe(422)
    expect(rules(problem)).toEqual(expected)
    for (const { basis } of problem.violations) expect(basis[0]).toContain('#')
  })

  it('gives the next serial of the province, once, and keeps it in the log', async () => {
    const { id, head } = await newcomer('ding')
    const cnipa = await here.as('cnipa')
    const { body } = await cnipa.call(registerInstitution, { id, personInCharge: head, ...entry })
    expect(body).toEqual({ directoryNo: '44-002', serial: '002' })
    const again = await cnipa.refusal(registerInstitution, { id, personInCharge: head, ...entry })
    expect(again.status).toBe(409)
    const other = await newcomer('wu')
    const clash = await cnipa.refusal(registerInstitution, {
      id: other.id,
      personInCharge: other.head,
      ...entry,
    })
    expect(clash.status).toBe(400)
    expect((await here.trace(id)).map(({ op }) => op)).toContain('institution.register')
  })
})

describe('two listings at once', () => {
  it('get two serials', async () => {
    const cnipa = await here.as('cnipa')
    const both = [await newcomer('ji'), await newcomer('geng')]
    const answers = await Promise.all(
      both.map(({ id, head }, n) =>
        cnipa.call(registerInstitution, {
          id,
          personInCharge: head,
          shortName: `并列${n}`,
          region: '500000',
        }),
      ),
    )
    expect(answers.map(({ body }) => body.serial).toSorted()).toEqual(['001', '002'])
  })
})

describe('scopes', () => {
  it('cover what they say, from and until the day they say', async () => {
    const cnipa = await here.as('cnipa')
    const id = here.id('yi')
    const scope = {
      id,
      ipType: 'PATENT_DESIGN',
      field: 'F33',
      from: '2026-04-01',
      until: '2026-04-30',
    } as const
    await cnipa.call(addScope, scope)
    const inScope = async (date: string, field: 'F33' | 'F01' | null) => {
      const on = new Date(`${date}T04:00:00Z`)
      return (await standingOf(read(), id, { ipType: 'PATENT_DESIGN', field, on })).inScope
    }
    expect(await inScope('2026-03-31', 'F33')).toBe(false)
    expect(await inScope('2026-04-01', 'F33')).toBe(true)
    expect(await inScope('2026-04-30', null)).toBe(true)
    expect(await inScope('2026-05-01', 'F33')).toBe(false)
    expect(await inScope('2026-04-15', 'F01')).toBe(false)
    expect((await cnipa.refusal(addScope, scope)).status).toBe(400)
    const reversed = await cnipa.refusal(addScope, { ...scope, from: '2026-06-02', until: '2026-06-01' })
    expect(rules(reversed)).toEqual(['scope-dates-in-order'])
    expect((await (await here.as('yi-admin')).refusal(addScope, scope)).status).toBe(403)
  })
})

describe('standing', () => {
  it('follows suspension and restoration', async () => {
    const cnipa = await here.as('cnipa')
    const id = here.id('jia')
    const asked = patent()
    const before = { listed: true, suspended: false, changePending: false, inScope: true, serial: '001' }
    expect(await standingOf(read(), id, asked)).toMatchObject(before)
    here.clock.advance(60_000)
    await cnipa.call(suspendInstitution, { id, reason })
    expect(await standingOf(read(), id, patent())).toMatchObject({ listed: true, suspended: true })
    expect((await cnipa.refusal(suspendInstitution, { id, reason })).status).toBe(409)
    here.clock.advance(60_000)
    await cnipa.call(restoreInstitution, { id, reason })
    expect(await standingOf(read(), id, patent())).toMatchObject({ suspended: false })
    const { body } = await here.anonymous().call(showInstitution, { id })
    expect(body.history.map(({ state }) => state)).toEqual(['LISTED', 'SUSPENDED', 'LISTED'])
  })

  it('shows a change under review, reported by the institution itself and settled by the national office', async () => {
    const own = await here.as('jia-admin')
    const cnipa = await here.as('cnipa')
    const id = here.id('jia')
    here.clock.advance(60_000)
    const foreign = await (await here.as('yi-admin')).refusal(reportChange, { id, reason: '地址变更' })
    expect(foreign.status).toBe(403)
    await own.call(reportChange, { id, reason: '地址变更' })
    expect(await standingOf(read(), id, patent())).toMatchObject({ listed: true, changePending: true })
    expect((await own.refusal(settleChange, { id, reason })).status).toBe(403)
    here.clock.advance(60_000)
    await cnipa.call(settleChange, { id, reason })
    expect(await standingOf(read(), id, patent())).toMatchObject({ changePending: false })
  })

  it('keeps the order of two changes made in one instant', async () => {
    const cnipa = await here.as('cnipa')
    const id = here.id('yi')
    await cnipa.call(suspendInstitution, { id, reason })
    await cnipa.call(restoreInstitution, { id, reason })
    await cnipa.call(suspendInstitution, { id, reason })
    expect(await standingOf(read(), id, patent())).toMatchObject({ suspended: true })
    await cnipa.call(restoreInstitution, { id, reason })
    expect(await standingOf(read(), id, patent())).toMatchObject({ suspended: false })
  })

  it('answers for an organisation that is in no directory', async () => {
    const standing = await standingOf(read(), here.id('court'), patent())
    expect(standing).toMatchObject({ listed: false, inScope: false })
  })
})

describe('appraisers', () => {
  it('practise at one institution only', async () => {
    const yi = await here.as('yi-admin')
    const fields = [{ ipType: 'TRADEMARK' as const }]
    const taken = await yi.refusal(registerAppraiser, { accountId: here.id('yi-appraiser1'), fields })
    expect(rules(taken)).toEqual(['one-institution-only'])
    expect(taken.violations[0]).toMatchObject({
      brief: 'P-03',
      basis: expect.arrayContaining([expect.stringContaining('第37条')]),
    })

    const jia = await here.as('jia-admin')
    const { body } = await here.anonymous().call(showInstitution, { id: here.id('jia') })
    const known = body.appraisers[0]?.practiceNo
    const admin = await here.as('admin')
    const opened = await admin.call(createAccount, {
      organisationId: here.id('yi'),
      login: 'yi-second-account',
      name: '另一个账号',
      roles: ['APPRAISER'],
    })
    const accountId = opened.body.accountId
    const twice = await yi.refusal(registerAppraiser, {
      accountId,
      fields,
      ...(known && { practiceNo: known }),
    })
    expect(rules(twice)).toEqual(['one-institution-only'])
    const poached = await jia.refusal(registerAppraiser, { accountId, fields })
    expect(rules(poached)).toEqual(['appraiser-is-own-staff'])
    expect((await yi.call(registerAppraiser, { accountId, fields })).body.practiceNo).toBe('31-001-004')
  })

  it.each(['jia-head', 'cnipa', 'admin', 'jia-appraiser1'])('are not registered by %s', async (who) => {
    const accountId = here.id('jia-reviewer')
    const problem = await (await here.as(who)).refusal(registerAppraiser, {
      accountId,
      fields: [{ ipType: 'TRADEMARK' }],
    })
    expect(problem.status).toBe(403)
  })

  it('must hold the role of appraiser', async () => {
    const problem = await (await here.as('jia-admin')).refusal(registerAppraiser, {
      accountId: here.id('jia-reviewer'),
      fields: [{ ipType: 'TRADEMARK' }],
    })
    expect(rules(problem)).toEqual(['appraiser-is-own-staff'])
  })

  it('qualify by field, registration and standing on the day', async () => {
    const institutionId = here.id('jia')
    const names = async () =>
      (await qualifiedAppraisers(read(), institutionId, patent())).map(({ name }) => name)
    expect((await names()).toSorted()).toEqual(['陈鉴一', '吴䶮二'].toSorted())
    const third = await appraiserQualification(read(), here.id('jia-appraiser3'), patent())
    expect(third).toMatchObject({ active: true, inField: false, appraiser: { institutionId } })
    const nobody = await appraiserQualification(read(), here.id('jia-reviewer'), patent())
    expect(nobody).toMatchObject({ appraiser: null, active: false, inField: false })

    const id = here.id('jia-appraiser1')
    here.clock.advance(60_000)
    const foreign = await (await here.as('yi-admin')).refusal(suspendAppraiser, { id, reason })
    expect(foreign.status).toBe(403)
    const own = await here.as('jia-admin')
    await own.call(suspendAppraiser, { id, reason })
    expect(await names()).toEqual(['吴䶮二'])
    here.clock.advance(60_000)
    await own.call(restoreAppraiser, { id, reason })
    expect(await names()).toHaveLength(2)
  })
})

describe('what the public reads', () => {
  it('is the list, narrowed by kind of right, without anything restricted', async () => {
    const { body } = await here.anonymous().call(listInstitutions, { ipType: 'PATENT_UTILITY_MODEL' })
    expect(body.institutions.map(({ name }) => name)).toEqual(['甲知识产权鉴定中心'])
    expect(body.institutions[0]).toMatchObject({
      directoryNo: '44-001',
      personInCharge: '孙主任',
      state: 'LISTED',
    })
    const one = await here.anonymous().call(showInstitution, { id: here.id('jia') })
    expect(JSON.stringify(one.body)).not.toMatch(/password|totp|contact|login/)
    const qualified = await here
      .anonymous()
      .call(listQualifiedAppraisers, { institutionId: here.id('jia'), ipType: 'PATENT_INVENTION' })
    expect(qualified.body.appraisers).toHaveLength(2)
    const missing = await here.anonymous().refusal(showInstitution, { id: here.id('court') })
    expect(missing.status).toBe(404)
    expect((await listedInstitutions(read(), here.clock.now())).length).toBeGreaterThan(1)
  })
})

describe('the frozen snapshot', () => {
  it('says list, entry, scope, standing and people of the day, and survives storage', async () => {
    const snapshot = await qualificationSnapshot(read(), here.id('jia'), patent())
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
    expect(snapshot).toMatchObject({
      list: '知识产权鉴定机构名录',
      on: here.clock.today(),
      asked: { ipType: 'PATENT_INVENTION', field: null },
      institution: { directoryNo: '44-001', state: 'LISTED', name: '甲知识产权鉴定中心' },
      scopes: [{ ipType: 'PATENT_INVENTION', field: null, until: null }],
    })
    expect(snapshot.appraisers.map(({ practiceNo }) => practiceNo)).toHaveLength(2)
    await expect(qualificationSnapshot(read(), here.id('court'), patent())).rejects.toThrow('not-found')
  })
})

describe('the directory’s tables', () => {
  it.each([institutionLife, appraiserLife])(
    'know the states of the machine $name and no others',
    async (machine) => {
      const { rows } = await here.program.database.pool.query(
        'select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1',
        [`${machine.table}_state_check`],
      )
      const stored = [...rows[0].definition.matchAll(/'([A-Z_]+)'/g)].map(([, state]) => state)
      const states = Object.keys(machine.states).filter((state) => state !== machine.initial)
      expect(stored.toSorted()).toEqual(states.toSorted())
    },
  )

  it('agree with the log after all of the above', async () => {
    expect(await here.fsck()).toEqual([])
  })
})
