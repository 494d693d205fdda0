import { CompiledQuery } from 'kysely'
import { listCases } from '#modules/cases/contract/case.ts'
import { openSession } from '#modules/identity/contract.ts'
import type { Program } from '../../src/compose.ts'
import { password } from '../cast.ts'
import { type Client, client } from '../client.ts'
import type { People } from '../populate.ts'
import { amount, type Figure, quantile, rounded, secondsOf } from './figure.ts'
import { grounds, peopled } from './grounds.ts'

const CASES = 10_000
const ROUNDS = Math.max(5, amount(60))

/** How the list is asked for; a page of fifty each time. */
const ways: readonly (readonly [label: string, login: string, question: Record<string, string>])[] = [
  ['机构负责人', 'jia-head', {}],
  ['按状态', 'jia-head', { state: 'IN_PROGRESS' }],
  ['搜标题', 'jia-head', { search: '接头第77' }],
  ['搜案号', 'jia-head', { search: '知民初4321号' }],
  ['搜不到', 'jia-head', { search: '没有这样的案件' }],
  ['只看我参加的', 'jia-appraiser1', { mine: 'true' }],
  ['鉴定人', 'jia-appraiser1', {}],
  ['委托方', 'court-officer', {}],
  ['审计员', 'auditor', {}],
]

/** Ten thousand cases; a page of the list through the door, signed in, in every way that people ask for it. */
export async function caseList(): Promise<readonly Figure[]> {
  const ground = await grounds()
  const program = await ground.open()
  try {
    const people = await peopled(program)
    await manyCases(program, people)
    const signedIn = new Map<string, Client>()
    for (const login of new Set(ways.map(([, each]) => each))) {
      const own = client(async (path, init) => program.app.request(path, init))
      await own.call(openSession, { login, password })
      signedIn.set(login, own)
    }
    const seconds = ways.map((): number[] => [])
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [i, [, login, question]] of ways.entries())
        seconds[i]?.push(await secondsOf(() => signedIn.get(login)?.call(listCases, question)))
    const each = ways.map(([label], i) => `${label} ${rounded(quantile(seconds[i] ?? [], 0.95) * 1000)}`)
    const value = rounded(quantile(seconds.flat(), 0.95) * 1000)
    const worst = Math.max(...seconds.map((of) => quantile(of, 0.95) * 1000))
    return [
      {
        name: 'case-list',
        value,
        unit: '毫秒（p95）',
        against: `${CASES} 件案件（直接用 SQL 写入，没有留痕），每种问法 ${ROUNDS} 次，各自的 p95：${each.join('、')}`,
        goal: '每种问法 ≤ 100',
        holds: worst <= 100,
      },
    ]
  } finally {
    await program.close()
    await ground.clear()
  }
}

const STATES = `array['ACCEPTED', 'TEAM_FORMING', 'PLANNED', 'IN_PROGRESS', 'SUSPENDED', 'DRAFTING', 'UNDER_REVIEW', 'PENDING_ISSUE',
  'ISSUED', 'DELIVERED', 'CLOSED', 'TERMINATED', 'WITHDRAWN']`

/**
 * Two years of cases in all states, written by SQL past every command: only the reading of them is measured. Two thirds
 * belong to institution jia; most clocks run, some stand still or were extended.
 */
async function manyCases(program: Program, { accounts, organisations }: People): Promise<void> {
  const run = (text: string, values: unknown[] = []) =>
    program.database.kysely.executeQuery(CompiledQuery.raw(text, values))
  await run(
    `insert into appraisal_case (id, state, code, title, institution_id, entrusting_organisation_id, entrusted_by,
       entrusting_type, profile, ip_type, field, confidentiality, court_case_no, complex, reappraisal, agreed_limit, opened_at)
     select gen_random_uuid(), (${STATES})[1 + i % 13], 'bench-' || i, '快速锁紧接头第' || i || '款技术特征比对',
       case when i % 3 = 2 then $2::uuid else $1::uuid end, $3, $4, 'COURT_CIVIL', 'COURT_CIVIL', 'PATENT_UTILITY_MODEL', 'F31',
       case when i % 10 = 0 then 'RESTRICTED_PERSONS' else 'INTERNAL' end, '（2026）粤73知民初' || i || '号', false, false, null,
       $5::timestamptz - i * interval '105 minutes'
     from generate_series(1, ${CASES}) i`,
    [
      organisations.jia,
      organisations.yi,
      organisations.court,
      accounts['court-officer'],
      program.engine.clock.now(),
    ],
  )
  await run(`insert into case_clock
    select id, opened_at::date + 3, 30, 'PARAMETER', '委托鉴定审查规定第11条', '{}' from appraisal_case where state <> 'ACCEPTED'`)
  await run(
    `insert into case_suspension
     select id, 1, 'MATERIAL_SUPPLEMENT', '待补充实物', opened_at::date + 9, opened_at::date + 40,
       case when state = 'SUSPENDED' then null else opened_at::date + 30 end, $1::uuid,
       case when state = 'SUSPENDED' then null else $1::uuid end, null
     from appraisal_case where state = 'SUSPENDED' or substr(code, 7)::int % 5 = 0`,
    [accounts['jia-head']],
  )
  for (const [who, lead, share] of [
    ['jia-appraiser1', true, 2],
    ['jia-appraiser2', false, 1],
  ] as const)
    await run(
      `insert into case_member (id, case_id, account_id, lead, qualification, nominated_by, joined_at)
       select gen_random_uuid(), id, $1, $2, '{}', $3, opened_at from appraisal_case
       where institution_id = $4 and substr(code, 7)::int % $5::int = 0`,
      [accounts[who], lead, accounts['jia-admin'], organisations.jia, share],
    )
  await run(
    `insert into case_assignment
     select id, 'REVIEWER', $1::uuid, $2::uuid, opened_at, null from appraisal_case where institution_id = $3`,
    [accounts['jia-reviewer'], accounts['jia-admin'], organisations.jia],
  )
}
