import { afterAll, beforeAll, expect, it } from 'vitest'
import { showCase } from '#modules/cases/contract/case.ts'
import { assignIssuer } from '#modules/cases/contract/team.ts'
import { createAccount } from '#modules/identity/contract.ts'
import { approvedCase, keysForAll } from '#testing/opinions.ts'
import { type World, world } from '#testing/world.ts'
import { checkOpinion } from '../contract/check.ts'
import { freeze, prepareSignature, reportRenderFailure, retry, showOpinion } from '../contract/issue.ts'

const [appraiser, issuer] = ['jia-appraiser1', 'jia-issuer']
let w: World
beforeAll(async () => {
  w = await world()
  await keysForAll(w)
}, 60_000)
afterAll(async () => {
  expect(await w.fsck()).toEqual([])
  await w.close()
})

const shown = async (id: string) =>
  (await (await w.as(issuer)).call(showOpinion, { id })).body.opinions.map(({ state, renderFailure }) => ({
    state,
    renderFailure,
  }))
const told = async (accountId: string) => {
  const rows = await w.program.database.read
    .selectFrom('notice')
    .select('body')
    .where('account_id', '=', accountId)
    .where('title', 'like', '意见书没有成文%')
    .execute()
  return rows.length
}

it('a document that cannot be set is half nothing: the issuer is told why, and tries again when it is mended', async () => {
  const { id } = await approvedCase(w)
  const { body } = await (await w.as(issuer)).call(freeze, { id })
  const mend = await damaged(body.opinionId)
  await w.program.settle()

  const says = '网址过长，印不成二维码'
  expect(await shown(id)).toEqual([{ state: 'RENDERING', renderFailure: says }])
  expect(await told(w.id(issuer))).toBe(1)
  expect((await w.trace(body.opinionId)).at(-1)).toMatchObject({
    op: 'opinion.report-failure',
    fields: { by: { kind: 'system' }, input: { says } },
  })
  expect((await (await w.as(appraiser)).call(showCase, { id })).body.state).toBe('PENDING_ISSUE')
  const signing = { id: body.opinionId, kind: 'person' as const }
  expect(await (await w.as(appraiser)).refusal(prepareSignature, signing)).toMatchObject({ status: 409 })
  expect((await (await w.as(issuer)).raw(`/api/opinions/${body.opinionId}/view`)).status).toBe(404)
  const asked = { number: body.opinionNo, code: body.verificationCode }
  expect((await w.anonymous().call(checkOpinion, asked)).body.registered?.status).toBe('NOT_ISSUED')
  const forged = { id: body.opinionId, says: '成文失败' }
  expect((await (await w.as(issuer)).refusal(reportRenderFailure, forged)).status).toBe(403)
  expect((await (await w.as(appraiser)).refusal(retry, { id: body.opinionId })).status).toBe(403)

  await (await w.as(issuer)).call(retry, { id: body.opinionId })
  const successor = await anotherIssuer()
  await (await w.as('jia-admin')).call(assignIssuer, { id, accountId: successor })
  await w.program.settle()
  expect([await told(w.id(issuer)), await told(successor)]).toEqual([1, 1])

  await (await w.as('jia-admin')).call(assignIssuer, { id, accountId: w.id(issuer) })
  await mend()
  await (await w.as(issuer)).call(retry, { id: body.opinionId })
  await w.program.settle()
  expect(await shown(id)).toEqual([{ state: 'SIGNING', renderFailure: null }])
  expect((await (await w.as(appraiser)).call(prepareSignature, signing)).status).toBe(200)
  expect((await (await w.as(issuer)).refusal(retry, { id: body.opinionId })).status).toBe(409)
})

/** The stored document data damaged so that it cannot be set; gives back how to mend it. */
async function damaged(opinionId: string): Promise<() => Promise<void>> {
  const { kysely } = w.program.database
  const { manifest } = await kysely
    .selectFrom('opinion_document')
    .select('manifest')
    .where('id', '=', opinionId)
    .executeTakeFirstOrThrow()
  const store = async (text: string) => {
    await kysely
      .updateTable('opinion_document')
      .set({ manifest: text })
      .where('id', '=', opinionId)
      .executeTakeFirstOrThrow()
  }
  await store(manifest.replace('/check?', `/check?${'x'.repeat(4000)}&`))
  return () => store(manifest)
}

async function anotherIssuer(): Promise<string> {
  const account = { organisationId: w.id('jia'), login: 'jia-issuer2', name: '卫签发', title: '' }
  const opened = await (await w.as('admin')).call(createAccount, { ...account, roles: ['AUTHORIZED_ISSUER'] })
  return opened.body.accountId
}
