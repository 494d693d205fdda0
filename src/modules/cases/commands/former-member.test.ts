import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerAppraiser } from '#modules/directory/contract/institutions.ts'
import { createAccount } from '#modules/identity/contract.ts'
import { teamedCase } from '#testing/cases.ts'
import { type World, world } from '#testing/world.ts'
import { approveExtension, requestExtension } from '../contract/clock.ts'
import { replaceMember } from '../contract/team.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

it('who has left the team is not told of the case any more: the answer to his request goes to the lead who stays', async () => {
  const { id } = await teamedCase(w, { ipType: 'PATENT_UTILITY_MODEL' })
  const asked = { days: 10, reason: 'COMPLEX', explanation: '需要补充测量。' } as const
  await (await w.as('jia-appraiser1')).call(requestExtension, { id, ...asked })
  const successorId = await qualified('何鉴四')
  const leaving = { accountId: w.id('jia-appraiser1'), reason: '调离本机构' }
  await (await w.as('jia-admin')).call(replaceMember, { id, ...leaving, successorId })
  const before = await told(leaving.accountId)
  await (await w.as('court-officer')).call(approveExtension, { id, note: '同意延长' })
  expect(await told(leaving.accountId)).toEqual(before)
  expect((await told(successorId)).map((title) => title.split('：')[0])).toEqual([
    '接任鉴定人',
    '法院批准延长',
  ])
})

async function qualified(name: string): Promise<string> {
  const account = { organisationId: w.id('jia'), login: 'jia-late', name, title: '工程师' }
  const opened = await (await w.as('admin')).call(createAccount, { ...account, roles: ['APPRAISER'] })
  const { accountId } = opened.body
  const fields = [{ ipType: 'PATENT_UTILITY_MODEL' as const }]
  await (await w.as('jia-admin')).call(registerAppraiser, { accountId, fields })
  return accountId
}

async function told(accountId: string): Promise<string[]> {
  const rows = await w.program.database.read
    .selectFrom('notice')
    .select('title')
    .where('account_id', '=', accountId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ title }) => title)
}
