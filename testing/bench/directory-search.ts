import { layOutList } from './directory-world.ts'
import { amount, type Figure, quantile, rounded, secondsOf } from './figure.ts'
import { grounds } from './grounds.ts'

const INSTITUTIONS = 10_000
const APPRAISERS = 100_000
const ROUNDS = Math.max(5, amount(40))

/** How people ask; a page of fifty each time, and how many there are. */
const ways: readonly (readonly [label: string, question: Readonly<Record<string, string>>])[] = [
  ['全部机构', {}],
  ['全部鉴定人', { kind: 'appraiser' }],
  ['名称', { text: '中科' }],
  ['人人都有的词', { text: '知识产权鉴定' }],
  ['拼音', { text: 'zhongke' }],
  ['首字母', { text: 'zk' }],
  ['编号', { text: '51-0' }],
  ['搜不到', { text: '没有这个机构' }],
  ['类型', { ip: 'PATENT_INVENTION' }],
  ['领域', { field: 'F08' }],
  ['类型、领域、省份', { ip: 'PATENT_INVENTION', field: 'F08', province: '51' }],
  ['省份', { province: '51' }],
  ['标准', { standard: 'GB/T 45563.1' }],
  ['等级', { grade: '甲' }],
  ['已退出', { state: 'EXITED' }],
  ['姓名', { kind: 'appraiser', text: '王伟' }],
  ['姓名拼音', { kind: 'appraiser', text: 'wangwei' }],
  ['一个字', { kind: 'appraiser', text: '伟' }],
  ['鉴定人领域', { kind: 'appraiser', field: 'F08' }],
  ['一家机构的人', { kind: 'appraiser', institution: '51-00022' }],
]

const days: readonly Readonly<Record<string, string>>[] = [
  { on: '2021-01-01', question: 'said' },
  { on: '2022-07-01', question: 'said' },
  { on: '2022-07-01', question: 'true' },
]

/** The national list at full size, asked over the interface by nobody in particular: as it stands, and as of past days. */
export async function directorySearch(): Promise<readonly Figure[]> {
  const ground = await grounds()
  const program = await ground.open()
  const institutions = amount(INSTITUTIONS)
  const appraisers = amount(APPRAISERS)
  const ask = async (question: Readonly<Record<string, string>>) => {
    const answer = await program.app.request(`/api/directory/entries?${new URLSearchParams(question)}`)
    if (!answer.ok) throw new Error(await answer.text())
    await answer.text()
  }
  try {
    await layOutList(ground.server.urlOf('bench'), institutions, appraisers)
    const size = `${institutions} 家机构、${appraisers} 名鉴定人、每条三次登记（直接用 SQL 写入），经接口连同解析，每种问法 ${ROUNDS} 次`
    const now = await measured(ways, ask)
    const past = await measured(
      days.flatMap((day) =>
        ways.map(
          ([label, question]) => [`${label} ${day.on} ${day.question}`, { ...question, ...day }] as const,
        ),
      ),
      ask,
    )
    return [
      { name: 'directory-search', goal: '每种问法 ≤ 10', holds: now.worst <= 10, ...figure(now, size) },
      { name: 'directory-as-of', goal: '每种问法 ≤ 100', holds: past.worst <= 100, ...figure(past, size) },
    ]
  } finally {
    await program.close()
    await ground.clear()
  }
}

async function measured(
  asked: typeof ways,
  ask: (question: Readonly<Record<string, string>>) => Promise<void>,
) {
  const seconds = asked.map((): number[] => [])
  for (const [, question] of asked) await ask(question) // warm code and cache
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, [, question]] of asked.entries()) seconds[i]?.push(await secondsOf(() => ask(question)))
  const each = asked.map(([label], i) => ({
    label,
    half: quantile(seconds[i] ?? [], 0.5) * 1000,
    p95: quantile(seconds[i] ?? [], 0.95) * 1000,
  }))
  return {
    all: quantile(seconds.flat(), 0.95) * 1000,
    worst: Math.max(...each.map(({ p95 }) => p95)),
    each: each.toSorted((a, b) => b.p95 - a.p95),
  }
}

function figure({ all, each }: Awaited<ReturnType<typeof measured>>, size: string) {
  const slowest = each
    .slice(0, 12)
    .map(({ label, half, p95 }) => `${label} ${rounded(p95, 1)}（中位 ${rounded(half, 1)}）`)
  return {
    value: rounded(all, 1),
    unit: '毫秒（p95）',
    against: `${size}；最慢的各自 p95：${slowest.join('、')}`,
  }
}
