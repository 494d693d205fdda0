import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyRecusal, assignHandlers, assignIssuer, decideRecusal } from '#modules/cases/contract/team.ts'
import { changeRoles } from '#modules/identity/contract.ts'
import { undertakeConfidentiality, undertaking } from '#modules/materials/contract/materials.ts'
import { workQueue } from '#modules/work/contract.ts'
import { acceptedCase } from '#testing/matters.ts'
import { approvedCase, frozenOpinion, keysForAll, passphrase, proven } from '#testing/opinions.ts'
import { registerOwnKey, sealForInstitution, signAsAppraiser, signatureFor } from '#testing/signing.ts'
import { type World, world } from '#testing/world.ts'
import { deliver, freeze, issue, seal, sign } from '../contract/issue.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await keysForAll(w)
}, 60_000)
afterAll(() => w?.close())

const ruleIds = (problem: { violations: readonly { rule: string }[] }) =>
  problem.violations.map(({ rule }) => rule)

async function recusalOf(id: string, login: string): Promise<(granted: boolean) => Promise<void>> {
  const application = {
    id,
    accountId: w.id(login),
    ground: 'INTEREST' as const,
    facts: '该鉴定人与一方当事人有业务往来。',
  }
  const { body } = await (await w.as('court-officer')).call(applyRecusal, application)
  return async (granted) => {
    const decision = { id, recusalId: body.recusalId, granted, decision: '经核实后决定。' }
    await (await w.as('jia-head')).call(decideRecusal, decision)
  }
}

describe('who has to step aside', () => {
  it('holds up freezing while undecided, and signing and issue once recused', async () => {
    const { id } = await approvedCase(w)
    const decideFirst = await recusalOf(id, 'jia-appraiser2')
    expect(ruleIds(await (await w.as('jia-issuer')).refusal(freeze, { id }))).toEqual(['recusals-settled'])
    await decideFirst(false)
    const { opinionId } = await frozenOpinion(w, id)
    await signAsAppraiser(await proven(w, 'jia-appraiser1'), opinionId, passphrase)
    const given = await signatureFor(
      await proven(w, 'jia-appraiser2'),
      { id: opinionId, kind: 'person' },
      passphrase,
    )
    const decideSecond = await recusalOf(id, 'jia-appraiser2')
    await decideSecond(true)
    const refused = await (await w.as('jia-appraiser2')).refusal(sign, given)
    expect(ruleIds(refused)).toEqual(['recusals-settled'])
    expect(refused.detail).toContain('回避')
  }, 60_000)

  it('cannot be issued past, even when sealed before recusal was asked for', async () => {
    const { id } = await approvedCase(w)
    const { opinionId } = await frozenOpinion(w, id)
    for (const login of ['jia-appraiser1', 'jia-appraiser2'])
      await signAsAppraiser(await proven(w, login), opinionId, passphrase)
    const issuer = await proven(w, 'jia-issuer')
    await sealForInstitution(issuer, opinionId, passphrase)
    const decide = await recusalOf(id, 'jia-appraiser1')
    expect(ruleIds(await issuer.refusal(issue, { id: opinionId }))).toEqual(['recusals-settled'])
    await decide(false)
    expect((await issuer.call(issue, { id: opinionId })).body.state).toBe('ISSUED')
  }, 60_000)
})

describe('a reviewer who was made head', () => {
  it('does not decide on recusal in the case that he reviews', async () => {
    const { id } = await approvedCase(w)
    const { body } = await (await w.as('court-officer')).call(applyRecusal, {
      id,
      accountId: w.id('jia-appraiser1'),
      ground: 'INTEREST',
      facts: '该鉴定人与一方当事人有业务往来。',
    })
    const admin = await w.as('admin') // a head is named by the platform alone (H-15)
    const account = { id: w.id('jia-reviewer'), reason: '任命与卸任' }
    await admin.call(changeRoles, { ...account, roles: ['REVIEWER', 'INSTITUTION_HEAD'] })
    const decision = { id, recusalId: body.recusalId, granted: false, decision: '经核实不成立。' }
    const refused = await (await w.as('jia-reviewer')).refusal(decideRecusal, decision)
    expect(ruleIds(refused)).toEqual(['head-apart-from-team'])
    await admin.call(changeRoles, { ...account, roles: ['REVIEWER'] })
    expect((await (await w.as('jia-head')).call(decideRecusal, decision)).body.granted).toBe(false)
  }, 60_000)
})

describe('an appraiser who was made an issuer as well', () => {
  it('does not seal the opinion that he signed, in a case for which no issuer was named', async () => {
    const { id } = await approvedCase(w)
    const { opinionId } = await frozenOpinion(w, id)
    for (const login of ['jia-appraiser1', 'jia-appraiser2'])
      await signAsAppraiser(await proven(w, login), opinionId, passphrase)
    await w.program.database.kysely
      .updateTable('case_assignment')
      .set({ ended_at: w.clock.now() })
      .where('case_id', '=', id)
      .where('duty', '=', 'ISSUER')
      .execute()
    const both = { id: w.id('jia-appraiser1'), roles: ['APPRAISER' as const, 'AUTHORIZED_ISSUER' as const] }
    await (await w.as('jia-admin')).call(changeRoles, { ...both, reason: '人手不足' })
    const person = await proven(w, 'jia-appraiser1')
    await registerOwnKey(person, 'seal', passphrase)
    const given = await signatureFor(person, { id: opinionId, kind: 'seal' }, passphrase)
    expect(ruleIds(await person.refusal(seal, given))).toEqual(['acting-issuer-apart'])
  }, 60_000)
})

describe('a case that waits for issue', () => {
  it('gets another issuer when its issuer has left, who is then told what waits for him', async () => {
    const { id } = await approvedCase(w)
    await w.program.database.kysely
      .updateTable('case_assignment')
      .set({ ended_at: w.clock.now() })
      .where('case_id', '=', id)
      .where('duty', '=', 'ISSUER')
      .execute()
    const waiting = async (login: string) =>
      (await (await w.as(login)).call(workQueue, {})).body.items
        .filter((item) => item.link.includes(id))
        .map(({ kind }) => kind)
    expect(await waiting('jia-issuer')).toEqual([])
    expect(await waiting('jia-admin')).toEqual(['指定签发人'])
    await (await w.as('jia-admin')).call(assignIssuer, { id, accountId: w.id('jia-issuer') })
    expect(await waiting('jia-issuer')).toEqual(['定稿'])
    expect(await waiting('jia-admin')).toEqual([])
  }, 60_000)

  it('limited to named persons is delivered by whom the administrator lets in and who has promised secrecy', async () => {
    const { id } = await acceptedCase(w, { confidentiality: 'RESTRICTED_PERSONS' })
    // set by hand: this is about who is asked to deliver
    await w.program.database.kysely
      .updateTable('appraisal_case')
      .set({ state: 'ISSUED' })
      .where('id', '=', id)
      .execute()
    const asked = async (login: string) =>
      (await (await w.as(login)).call(workQueue, {})).body.items
        .filter((item) => item.link.includes(id))
        .map(({ kind }) => kind)
    const everyone = ['jia-archivist', 'jia-intake', 'jia-custodian', 'jia-issuer']
    for (const login of everyone) expect(await asked(login), login).toEqual([])
    expect(await asked('jia-admin')).toEqual(['指定经办人员'])
    const deliveries = [{ recipient: '法院', method: 'IN_PERSON' as const, receipt: '签收单1号' }]
    const given = { id, deliveries }
    const archivist = await w.as('jia-archivist')
    expect((await archivist.refusal(deliver, given)).status).toBe(404)
    expect((await (await w.as('jia-admin')).refusal(deliver, given)).status).toBe(403)
    const admin = await w.as('jia-admin')
    const appraiser = { id, accountIds: [w.id('jia-appraiser1')] }
    expect(ruleIds(await admin.refusal(assignHandlers, appraiser))).toEqual(['handler-of-desk'])
    await admin.call(assignHandlers, { id, accountIds: [w.id('jia-archivist')] })
    expect(await asked('jia-archivist')).toEqual(['送达'])
    expect(await asked('jia-admin')).toEqual([])
    expect(ruleIds(await archivist.refusal(deliver, given))).toEqual(['undertaken-before-access'])
    await archivist.call(undertakeConfidentiality, { id, promise: undertaking })
    // nothing was issued here, but the archivist gets as far as being told so
    expect((await archivist.refusal(deliver, given)).detail).toContain('没有签发的意见书')
    await admin.call(assignHandlers, { id, accountIds: [] })
    expect((await archivist.refusal(deliver, given)).status).toBe(404)
  }, 60_000)
})
