import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { role } from '#law/terms/role.ts'
import { systemClock } from '#platform/clock.ts'
import { administrator, auditor, type CastOrganisation, cast, password } from '../testing/cast.ts'
import { seed, storyClock } from '../testing/demonstration/seed.ts'
import { startInstance } from '../testing/instance.ts'
import { demonstrationPassphrase } from '../testing/journey/issue.ts'
import { bin, run } from './steps.ts'

const root = join(import.meta.dirname, '..')

/** `npm run demo`: a demonstration world with its people and two years of cases, at http://127.0.0.1:8080. */
async function main(): Promise<void> {
  await buildScreens()
  const port = Number(process.env.PORT ?? 8080)
  const folder = reachable(process.env.DATA_DIR ?? join(root, 'data', 'demo'))
  const finished = join(folder, 'seeded')
  const began = process.hrtime.bigint()
  if (!existsSync(finished)) {
    await rm(folder, { recursive: true, force: true })
    await makeWorld(folder, port)
    await writeFile(finished, systemClock.now().toISOString())
  }
  const instance = await startInstance(folder, { clock: { ...systemClock, simulated: true }, port })
  await instance.program.startWork()
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  console.log(introduction(instance.url, seconds))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      instance.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}

async function makeWorld(folder: string, port: number): Promise<void> {
  console.log('正在建立演示世界（三家机构、一个法院、一个机关、四十来件案件，历时两年）…')
  const now = systemClock.now()
  const clock = storyClock(now)
  const instance = await startInstance(folder, { clock, port })
  try {
    await seed(instance.program, clock, now, (done, of) => {
      if (done % 5 === 0 || done === of) console.log(`  ${done}/${of}`)
    })
  } finally {
    await instance.close()
  }
}

/** As root, PostgreSQL runs as another user, who must be able to enter every folder above its data. */
function reachable(folder: string): string {
  if (process.getuid?.() !== 0) return folder
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above))
    if (existsSync(above) && (statSync(above).mode & 0o001) === 0)
      return join(
        '/var/tmp',
        `mingjian-demo-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`,
      )
  return folder
}

async function buildScreens(): Promise<void> {
  const built = join(root, 'dist/web/index.html')
  const sources = await readdir(join(root, 'src'), { recursive: true })
  const newest = Math.max(...sources.map((file) => statSync(join(root, 'src', file)).mtimeMs))
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return
  console.log('正在构建界面（只在第一次或代码改变后）…')
  if ((await run(bin('vite'), ['build', '--logLevel', 'warn'])) !== 0) process.exit(1)
}

function introduction(url: string, seconds: number): string {
  const lines = Object.values<CastOrganisation>(cast).flatMap(({ name, people }) => [
    `  ${name}`,
    ...Object.entries(people).map(
      ([login, person]) =>
        `    ${login.padEnd(16)} ${person.name}（${person.roles.map(role.label).join('、')}）`,
    ),
  ])
  return [
    '',
    `明鉴演示环境已就绪（${seconds.toFixed(1)} 秒）：${url}`,
    '',
    `所有演示账号的密码都是  ${password}`,
    `鉴定人和签发人的签名口令都是  ${demonstrationPassphrase}`,
    `  ${administrator.organisationName}`,
    `    ${administrator.login.padEnd(16)} ${administrator.name}（系统管理员）`,
    `    ${auditor.login.padEnd(16)} ${auditor.name}（审计员）`,
    ...lines,
    '',
    '人物、单位、专利和案件均为虚构；时间为模拟时间；证书和时间戳为演示用，不具法律效力。按 Ctrl+C 停止。',
  ].join('\n')
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
