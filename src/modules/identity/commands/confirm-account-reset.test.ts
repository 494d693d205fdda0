import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNotices } from '#modules/notices/contract.ts'
import { myKeys, registerKey } from '#modules/opinions/contract/keys.ts'
import { workQueue } from '#modules/work/contract.ts'
import { password } from '#testing/cast.ts'
import { type Client, client } from '#testing/client.ts'
import { passphrase, proven } from '#testing/opinions.ts'
import { overtaken } from '#testing/overtaken.ts'
import { newKey, proveIdentity, registerOwnKey } from '#testing/signing.ts'
import { type World, world } from '#testing/world.ts'
import {
  changePassword,
  changeRoles,
  confirmReset,
  createAccount,
  listAccounts,
  openSession,
  resetPassword,
} from '../contract.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const reason = '忘记密码'
const verifiedBy = '当面核实'

const reset = async (by: string, whom: string) =>
  (await (await w.as(by)).call(resetPassword, { id: w.id(whom), reason })).body

/** Whoever has the initial password makes the account his: the holder, or who reset it. */
async function takeOver(login: string, initialPassword: string): Promise<Client> {
  const person = client(async (path, init) => w.program.app.request(path, init))
  await person.call(openSession, { login, password: initialPassword })
  await person.call(changePassword, { current: initialPassword, password })
  return person
}

async function seen(whom: string, by = 'admin') {
  const { body } = await (await w.as(by)).call(listAccounts, { id: w.id(whom) })
  return body.accounts[0]
}

async function confirmation(whom: string) {
  return { id: w.id(whom), resetAt: (await seen(whom))?.reset?.at ?? '', verifiedBy }
}

const rules = ({ violations }: { violations: readonly { rule: string }[] }) =>
  violations.map(({ rule }) => rule)
const waits = async (login: string) =>
  (await (await w.as(login)).call(workQueue, {})).body.items.filter(({ kind }) => kind === '确认凭据重置')
const titles = async (login: string) =>
  (await (await w.as(login)).call(listNotices, {})).body.items.map(({ title }) => title)

describe('whoever resets an appraiser’s credentials', () => {
  let inHisName: Client

  it('cannot make a key in his name, though he signs in as him and proves identity', async () => {
    const { initialPassword } = await reset('jia-admin', 'jia-appraiser1')
    inHisName = await takeOver('jia-appraiser1', initialPassword)
    await proveIdentity(inHisName, password)
    const refused = registerOwnKey(inHisName, 'person', passphrase)
    await expect(refused).rejects.toMatchObject({
      problem: { status: 422, violations: [{ rule: 'credentials-reset-confirmed' }] },
    })
    await expect(refused).rejects.toThrow(/由李管理重置.*请孙主任向您本人核实/s)
    expect((await inHisName.call(myKeys, {})).body.openReset).toMatchObject({
      by: '李管理',
      confirmers: ['孙主任'],
    })
  })

  it('tells holder, head and administrator', async () => {
    const { items } = (await inHisName.call(listNotices, {})).body
    expect(items[0]?.title).toBe('您的登录凭据已被重置')
    expect(await titles('jia-head')).toContain('请确认陈鉴一的凭据重置')
    expect(await titles('jia-admin')).toContain('陈鉴一的登录凭据已被重置')
    expect(await titles('yi-head')).toEqual([])
  })

  it('leaves it to the head alone, with a date by which', async () => {
    expect(await waits('jia-head')).toMatchObject([
      { title: '确认陈鉴一的登录凭据重置', due: '2026-03-05', workingDaysLeft: 3 },
    ])
    for (const other of ['jia-admin', 'yi-head', 'admin']) expect(await waits(other)).toEqual([])
  })

  it.each([
    ['jia-admin', 403],
    ['jia-appraiser2', 403],
    ['admin', 403],
    ['auditor', 404],
    ['yi-head', 404],
  ])('is not confirmed by %s', async (login, status) => {
    const given = await confirmation('jia-appraiser1')
    expect((await (await proven(w, login)).refusal(confirmReset, given)).status).toBe(status)
  })

  it('does not confirm it in the name of the holder either', async () => {
    const given = await confirmation('jia-appraiser1')
    expect((await inHisName.refusal(confirmReset, given)).status).toBe(403)
  })

  it('is confirmed by the head, who proves identity and saw this very reset', async () => {
    const given = await confirmation('jia-appraiser1')
    const head = await w.as('jia-head')
    expect((await head.refusal(confirmReset, given)).type).toBe('/problems/step-up-required')
    const stale = { ...given, resetAt: '2026-03-01T01:00:00.000Z' }
    expect((await (await proven(w, 'jia-head')).refusal(confirmReset, stale)).type).toBe(
      '/problems/stale-version',
    )
    await head.call(confirmReset, given)
    expect((await seen('jia-appraiser1'))?.reset).toBeNull()
    expect((await w.trace(w.id('jia-appraiser1'))).at(-1)).toMatchObject({
      op: 'account.confirm-reset',
      fields: { machine: 'account-credentials', from: 'reset', to: 'own', resetBy: w.id('jia-admin') },
    })
    expect(await waits('jia-head')).toEqual([])
    expect((await registerOwnKey(inHisName, 'person', passphrase)).body.state).toBe('ACTIVE')
    expect((await head.refusal(confirmReset, given)).detail).toContain('本人掌握')
  })
})

describe('a reset', () => {
  it('is not confirmed before the holder has the credentials', async () => {
    await reset('jia-admin', 'jia-appraiser3')
    const given = await confirmation('jia-appraiser3')
    expect(rules(await (await proven(w, 'jia-head')).refusal(confirmReset, given))).toEqual([
      'reset-taken-over',
    ])
  })

  it('over one that nobody confirmed clears the authenticator that was bound in between', async () => {
    expect((await reset('jia-admin', 'jia-appraiser3')).totpCleared).toBe(true)
    expect((await reset('jia-admin', 'jia-archivist')).totpCleared).toBe(false)
  })

  it('of one who does not sign waits for nobody', async () => {
    expect((await waits('jia-head')).map(({ title }) => title)).toEqual(['确认郑鉴三的登录凭据重置'])
  })

  it('that is under way is not overtaken by a key', async () => {
    const own = await proven(w, 'bing-appraiser1')
    const admin = await w.as('bing-admin')
    const made = await newKey(own, passphrase)
    const [done, key] = await overtaken(
      w,
      () => admin.call(resetPassword, { id: w.id('bing-appraiser1'), reason }),
      () => own.call(registerKey, { kind: 'person', ...made }),
    )
    expect(done.status).toBe('fulfilled')
    const violations = [{ rule: 'credentials-reset-confirmed' }]
    expect(key).toMatchObject({ status: 'rejected', reason: { problem: { violations } } })
  })
})

describe('where the institution has no head who could confirm', () => {
  it('another system administrator does, never the one who did the reset', async () => {
    const made = await reset('admin', 'yi-head')
    const head = await takeOver('yi-head', made.initialPassword)
    await proveIdentity(head, password)
    const given = await confirmation('yi-head')
    expect((await (await proven(w, 'admin')).refusal(confirmReset, given)).status).toBe(403)
    expect((await head.refusal(confirmReset, given)).status).toBe(403)

    const signer = await reset('yi-admin', 'yi-appraiser1')
    await takeOver('yi-appraiser1', signer.initialPassword)
    const his = await confirmation('yi-appraiser1')
    expect((await head.refusal(confirmReset, his)).status).toBe(403)
    expect((await waits('admin')).map(({ title }) => title)).toEqual(['确认朱鉴一的登录凭据重置'])
    await (await proven(w, 'admin')).call(confirmReset, his)

    const { body } = await (await w.as('admin')).call(createAccount, {
      organisationId: w.id('platform'),
      login: 'admin-two',
      name: '另一管理员',
      roles: ['SYSTEM_ADMIN'],
    })
    const second = await takeOver('admin-two', body.initialPassword)
    await proveIdentity(second, password)
    await second.call(confirmReset, given)
    expect((await seen('yi-head'))?.reset).toBeNull()
  })
})

describe('the head', () => {
  it('is named by the platform: an administrator does not choose who confirms his deeds', async () => {
    const admin = await w.as('jia-admin')
    const roles = ['INSTITUTION_HEAD' as const]
    const puppet = { organisationId: w.id('jia'), login: 'jia-puppet', name: '某人', roles }
    expect(rules(await admin.refusal(createAccount, puppet))).toEqual(['head-named-by-platform'])
    const raise = { id: w.id('jia-intake'), roles, reason: '调整' }
    expect(rules(await admin.refusal(changeRoles, raise))).toEqual(['head-named-by-platform'])
    const topple = { id: w.id('jia-head'), roles: ['ARCHIVIST' as const], reason: '调整' }
    expect(rules(await admin.refusal(changeRoles, topple))).toEqual(['head-named-by-platform'])
    const also = { id: w.id('jia-head'), roles: [...roles, 'REVIEWER' as const], reason: '兼任' }
    await admin.call(changeRoles, also)
    await (await w.as('admin')).call(createAccount, puppet)
  })

  it('sees the accounts of his own institution', async () => {
    expect((await seen('jia-appraiser3', 'jia-head'))?.reset?.by).toBe('李管理')
    expect(await seen('yi-appraiser1', 'jia-head')).toBeUndefined()
  })
})

it('leaves log and tables in agreement', async () => {
  expect(await w.fsck()).toEqual([])
})
