import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { beijingTime } from '#kernel/beijing.ts'
import { listInstitutions } from '#modules/directory/contract/institutions.ts'
import { listAccounts, me, openSession } from '#modules/identity/contract.ts'
import { systemClock } from '#platform/clock.ts'
import { cast, password as castPassword } from '../testing/cast.ts'
import { type Client, client, type Door, Refused } from '../testing/client.ts'
import { startInstance } from '../testing/instance.ts'
import { readCaseFile, UnplayableCase } from '../testing/journey/case-file.ts'
import { collect } from '../testing/journey/collect.ts'
import { matterOf, type Stage } from '../testing/journey/stage.ts'
import { JourneyStopped, playJourney } from '../testing/journey/whole.ts'
import { populate } from '../testing/populate.ts'

const USAGE = `用法：npm run walkthrough -- 案件.json --out 文件夹 [--url 网址 --accounts 文件]

  案件.json    专利案件文件
  --out        写出 opinion.pdf、opinion.tlog-proof、trust.json、trace.json 的文件夹
  --url        在已经运行的平台上演练；须同时给出 --accounts
  --accounts   JSON：{ "登录名": { "password": "…" }, … }，登录名与演示环境相同`

/** `npm run walkthrough`: plays a patent case as all its people, over the HTTP endpoints that the browser uses. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, url: { type: 'string' }, accounts: { type: 'string' } },
  })
  const [path] = positionals
  if (!path || !values.out || Boolean(values.url) !== Boolean(values.accounts)) {
    console.error(USAGE)
    return 2
  }
  const file = await readCaseFile(resolve(path))
  const out = resolve(values.out)
  await mkdir(out, { recursive: true })
  const place = values.url ? await elsewhere(values.url, values.accounts ?? '') : await freshInstance()
  try {
    const stage = await stageOf(place)
    const matter = matterOf(file)
    if (file.filled.length > 0)
      console.log(`案件文件缺少：${file.filled.join('、')}；以演示值填补，文书封面注明演示。`)
    await playJourney(stage, matter)
    await collect(stage, matter, place.door, out)
    console.log(`\n已写出 ${out}：opinion.pdf、opinion.tlog-proof、trust.json、trace.json`)
    return 0
  } finally {
    await place.close()
  }
}

interface Place {
  readonly door: Door
  readonly passwords: (login: string) => string
  close(): Promise<void>
}

async function freshInstance(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-walkthrough-'))
  const instance = await startInstance(folder, { clock: { ...systemClock, simulated: false } })
  await populate(instance.door, instance.program.setupCode, instance.program.engine.clock.today())
  await instance.program.startWork()
  return {
    door: instance.door,
    passwords: () => castPassword,
    async close() {
      await instance.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const accountsFile = z.record(z.string(), z.object({ password: z.string() }))

async function elsewhere(url: string, path: string): Promise<Place> {
  const accounts = accountsFile.parse(JSON.parse(await readFile(path, 'utf8')))
  return {
    door: (at, init) => fetch(new URL(at, url), init),
    passwords: (login) => accounts[login]?.password ?? castPassword,
    close: async () => {},
  }
}

/** The people of the cast at their browsers; ids are learned from the platform itself. */
async function stageOf(place: Place): Promise<Stage> {
  const clients = new Map<string, Client>()
  async function as(login: string): Promise<Client> {
    const known = clients.get(login)
    if (known) return known
    const fresh = client(place.door)
    await fresh.call(openSession, { login, password: place.passwords(login) })
    clients.set(login, fresh)
    return fresh
  }
  const ids = new Map<string, string>()
  const { body } = await client(place.door).call(listInstitutions, {})
  for (const { id, name } of body.institutions)
    for (const [key, organisation] of Object.entries(cast)) if (organisation.name === name) ids.set(key, id)
  const admin = await as('jia-admin')
  const { body: own } = await admin.call(listAccounts, {})
  for (const { id, login } of own.accounts) ids.set(login, id)
  await (await as('court-officer')).call(me, {})
  return {
    as,
    id(who) {
      const id = ids.get(who)
      if (!id) throw new Error(`平台上没有 ${who}`)
      return id
    },
    password: place.passwords,
    now: () => systemClock.now(),
    pass: () => {},
    settle: () => new Promise((done) => setTimeout(done, 300)),
    say: (deed, traceIndex) =>
      console.log(`${traceIndex === null ? '      ' : `#${String(traceIndex).padEnd(5)}`} ${deed}`),
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(`\n停止（${beijingTime(systemClock.now())}）`)
    if (error instanceof UnplayableCase) console.error(error.message)
    else if (error instanceof JourneyStopped && error.cause instanceof Refused)
      console.error(`步骤“${error.step}”被拒绝：${error.cause.message}`)
    else console.error(error.stack)
    process.exit(1)
  },
)
