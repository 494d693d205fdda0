import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freeze } from '#modules/opinions/contract/issue.ts'
import type { Client } from '#testing/client.ts'
import { issuedMatter } from '#testing/issued-matter.ts'
import { approvedCase } from '#testing/opinions.ts'
import { specimens } from '#testing/specimens.ts'
import { type World, world } from '#testing/world.ts'
import {
  checkIdentity,
  consentToConsumption,
  listMaterials,
  recordCrossExamination,
  recordCustody,
  verifyBytes,
} from '../contract/materials.ts'

let w: World
let s: ReturnType<typeof specimens>
beforeAll(async () => {
  w = await world()
  s = specimens(w)
})
afterAll(async () => {
  expect(await w.fsck()).toEqual([])
  await w.close()
})

const rulesOf = (problem: Awaited<ReturnType<Client['refusal']>>) =>
  problem.violations.map(({ rule }) => rule)

describe('a hand-over while the opinion is frozen', () => {
  it('is in the frozen annex where the log has it before the freezing, and not where it comes after', async () => {
    const { id } = await approvedCase(w)
    const [material] = (await (await w.as('jia-custodian')).call(listMaterials, { id })).body.items
    const custodian = await w.as('jia-custodian')
    const issuer = await w.as('jia-issuer')
    const over = { kind: 'HANDED_OVER' as const, toAccountId: w.id('jia-appraiser1'), reason: '冻结时交接' }
    const atWork = await w.program.database.kysely.startTransaction().execute()
    await sql`select id from appraisal_case where id = ${id} for update`.execute(atWork)
    const both = Promise.all([
      custodian.call(recordCustody, s.move(material?.id ?? '', over)),
      issuer.call(freeze, { id }),
    ])
    try {
      await expect.poll(waiting, { timeout: 10_000 }).toBe(2)
    } finally {
      await atWork.rollback().execute()
    }
    const [handedOver, frozen] = await both
    const { manifest } = await w.program.database.read
      .selectFrom('opinion_document')
      .select('manifest')
      .where('id', '=', frozen.body.opinionId)
      .executeTakeFirstOrThrow()
    const printed = z
      .object({ data: z.object({ annexes: z.object({ custody: z.array(z.object({ to: z.string() })) }) }) })
      .parse(JSON.parse(manifest)).data.annexes.custody
    const before = (handedOver.traceIndex ?? 0) < (frozen.traceIndex ?? 0)
    expect(printed.map(({ to }) => to)).toEqual(before ? ['赵保管', '陈鉴一'] : ['赵保管'])
  })

  /** How many of this platform's connections wait for a lock. */
  async function waiting(): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()`.execute(w.program.database.kysely)
    return rows[0]?.n ?? 0
  }
})

describe('material of an issued opinion', () => {
  it('is kept and given back, and nothing that the opinion says of it changes any more', async () => {
    const { materialId: id } = await issuedMatter(w)
    const court = await w.as('court-officer')
    const custodian = await w.as('jia-custodian')
    const settled = ['material-settled-once-issued']
    expect(
      rulesOf(await court.refusal(recordCrossExamination, { id, outcome: 'EXAMINED', recordNo: '质9' })),
    ).toEqual(settled)
    expect(
      rulesOf(await court.refusal(consentToConsumption, { id, extent: '全部耗用', reserve: '不留备份' })),
    ).toEqual(settled)
    expect(
      rulesOf(
        await (await w.as('jia-appraiser1')).refusal(checkIdentity, {
          id,
          matches: true,
          reason: '封条号与清单一致',
        }),
      ),
    ).toEqual(settled)
    const tested = s.move(id, { kind: 'TESTED' })
    expect(rulesOf(await custodian.refusal(recordCustody, tested))).toEqual(settled)
    expect((await w.trace(id)).at(-1)).toMatchObject({
      op: 'attempt.refused',
      fields: { violated: [{ brief: 'T-05' }] },
    })
    await custodian.call(verifyBytes, { id })
    await custodian.call(
      recordCustody,
      s.move(id, { kind: 'RETURNED', toName: '林书记', reason: '办结退还' }),
    )
  })
})
