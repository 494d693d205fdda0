import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { append } from '#log/append.ts'
import { sha256 } from '#log/node-hash.ts'
import { openSession } from '#modules/identity/contract.ts'
import { drawEvidence } from '#modules/selection/contract/draws.ts'
import { commitDraw, describeNeed, openDraw } from '#modules/selection/contract/selections.ts'
import { systemChance } from '#platform/ids.ts'
import { checkDraw } from '#verify/check-draw.ts'
import { drawnOrder, drawSeed } from '#verify/draw-order.ts'
import type { Program } from '../../src/compose.ts'
import { password } from '../cast.ts'
import { client } from '../client.ts'
import type { People } from '../populate.ts'
import { amount, type Figure, rounded, secondsOf } from './figure.ts'
import { grounds, peopled } from './grounds.ts'

const CANDIDATES = 10_000
const DRAWS = amount(10_000)
const AMONG = 20
/** With 19 degrees of freedom, passed by chance once in ten thousand. */
const SUSPECT = 52.4

/** One draw among ten thousand through the door; and ten thousand draws that a script with no code of ours draws again. */
export async function draws(): Promise<readonly Figure[]> {
  return [await oneLargeDraw(), await manyRecomputed()]
}

async function oneLargeDraw(): Promise<Figure> {
  const ground = await grounds()
  const program = await ground.open()
  try {
    await manyInstitutions(program, await peopled(program))
    const officer = client(async (path, init) => program.app.request(path, init))
    await officer.call(openSession, { login: 'court-officer', password })
    const secret = randomBytes(32)
    const commitment = createHash('sha256').update(secret).digest('hex')
    let id = ''
    const described = await secondsOf(async () => {
      id = (
        await officer.call(describeNeed, {
          title: '抽签测量',
          caseNo: '测量一号',
          ipType: 'PATENT_INVENTION',
          parties: ['无人'],
        })
      ).body.id
    })
    const committed = await secondsOf(() => officer.call(commitDraw, { id, commitment }))
    await program.settle()
    const value = await secondsOf(() => officer.call(openDraw, { id, secret: secret.toString('hex') }))
    await program.settle()
    const evidence = (await officer.call(drawEvidence, { id })).body
    let count = 0
    const checked = await secondsOf(async () => {
      const report = await checkDraw(evidence, { log: program.log.trust })
      if (!report.ok) throw new Error(`the draw does not check: ${report.sentence}`)
      count = report.deal?.order?.length ?? 0
    })
    return {
      name: 'draw',
      value: rounded(value, 2),
      unit: '秒',
      against: `${count} 家候选（用 SQL 写入），经 HTTP 门开封一次：取根、排出全部次序、发出通知、留痕；提出需求 ${rounded(described, 2)} 秒，登记承诺 ${rounded(committed, 2)} 秒，离线核验证据 ${rounded(checked, 2)} 秒`,
      goal: '≤ 1',
      holds: value <= 1 && count >= CANDIDATES,
    }
  } finally {
    await program.close()
    await ground.clear()
  }
}

async function manyRecomputed(): Promise<Figure> {
  const keys = Array.from({ length: AMONG }, (_, i) => `institution:${3101 + i}`)
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-draws-'))
  try {
    const lines = Array.from({ length: DRAWS }, () => {
      const [root, secret] = [new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(32))]
      const order = drawnOrder(sha256, drawSeed(sha256, { root, secret }), keys)
      return JSON.stringify({
        root: Buffer.from(root).toString('base64'),
        secret: Buffer.from(secret).toString('hex'),
        keys,
        picked: order[0],
        order,
      })
    })
    const file = join(folder, 'draws.jsonl')
    await writeFile(file, lines.join('\n'))
    const script = join(import.meta.dirname, 'recompute-draws.mjs')
    const said: {
      agreed: number
      chiSquare: number
      degreesOfFreedom: number
      picks: Record<string, number>
    } = JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' }))
    const times = Object.values(said.picks)
    return {
      name: 'draws-recomputed',
      value: said.agreed,
      unit: `次相符（共 ${DRAWS} 次）`,
      against: `${AMONG} 家候选，随机的根和密钥；由不引用本平台任何代码的脚本逐次重算全部次序；首位分布卡方 ${said.chiSquare}（自由度 ${said.degreesOfFreedom}），每家被抽中 ${Math.min(...times)} 至 ${Math.max(...times)} 次`,
      goal: `全部相符，卡方小于 ${SUSPECT}（万分之一）`,
      holds: said.agreed === DRAWS && said.chiSquare < SUSPECT,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Institutions listed for inventions, written past every command: only the drawing among them is measured. */
async function manyInstitutions(program: Program, { accounts }: People): Promise<void> {
  const run = (text: string, values: unknown[] = []) =>
    program.database.kysely.executeQuery(CompiledQuery.raw(text, values))
  await run(
    `insert into organisation (id, kind, name, region, demonstration)
     select gen_random_uuid(), 'institution', '测量机构' || i, (11 + i % 50) || '0000', true from generate_series(1, $1::int) i`,
    [CANDIDATES],
  )
  await run(
    `insert into institution (id, state, reason, short_name, region, serial, directory_no, person_in_charge, address, telephone, listed_from)
     select o.id, 'LISTED', '', 'B' || n, o.region, lpad((700 + n / 50)::text, 3, '0'), 'B' || lpad(n::text, 6, '0'), $1, '', '', '2026-01-01'
     from (select id, region, substr(name, 5)::int as n from organisation where name like '测量机构%') o`,
    [accounts['jia-head']],
  )
  const { rows } = await program.database.kysely.executeQuery<{ key: string; item: string }>(
    CompiledQuery.raw(
      `with made as (
         select i.directory_no, jsonb_build_object('v', 1, 'kind', 'institution', 'number', i.directory_no, 'name', o.name,
           'creditCode', null, 'region', i.region, 'state', 'LISTED', 'scope', jsonb_build_array(jsonb_build_object(
             'ipType', 'PATENT_INVENTION', 'field', null, 'kind', '', 'from', '2026-01-01', 'until', null, 'state', 'IN_FORCE'))) as body
         from institution i join organisation o using (id) where o.name like '测量机构%'),
       kept as (
         insert into directory_item (hash, body, tags)
         select encode(sha256(convert_to(body::text, 'UTF8')), 'hex'), body, array['=' || (body->>'name')] from made returning hash, body)
       select 'institution:' || (body->>'number') as key, hash as item from kept order by 1`,
    ),
  )
  const at = program.engine.clock.now().toISOString()
  const register = rows.map(({ key, item }) => ({ key, item, from: '2026-03-02', until: null }))
  await program.database.kysely.transaction().execute(async (tx) => {
    await append(tx, { op: 'bench.enter', at, fields: { register } }, { randomBytes: systemChance.bytes })
  })
}
