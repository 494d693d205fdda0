import type { JourneyStep } from '../journey/whole.ts'

/** How far a matter of the demonstration has come, and how it got there. */
export interface Told {
  readonly client: 'court-officer' | 'agency-officer' | 'party'
  /** Days before today on which it is commissioned. */
  readonly daysAgo: number
  /** Share of the usual time between steps; recent matters are told at a faster pace. */
  readonly pace: number
  readonly ending: JourneyStep | Twist
}

/** Endings that leave the straight way. */
export type Twist = '待补正' | '不予受理' | '撤回委托' | '中止' | '终止' | '签约后撤回' | '补正意见书'

const finished: readonly Told['ending'][] = [
  '送达',
  '送达',
  '终止',
  '送达',
  '补正意见书',
  '送达',
  '不予受理',
  '送达',
  '送达',
  '撤回委托',
  '送达',
  '送达',
  '终止',
  '送达',
  '不予受理',
  '送达',
  '送达',
  '签约后撤回',
  '补正意见书',
  '送达',
]
const open: readonly Told['ending'][] = [
  '送达',
  '定稿与签发',
  '定稿与签发',
  '复核',
  '复核',
  '意见书草稿',
  '意见书草稿',
  '技术特征比对表',
  '中止',
  '拟稿',
  '方案与记录',
  '方案与记录',
  '中止',
  '鉴定组',
  '协议',
  '鉴定组',
  '受理',
  '受理',
  '待补正',
  '委托',
  '待补正',
  '委托',
  '委托',
]
const clients: readonly Told['client'][] = [
  'court-officer',
  'court-officer',
  'agency-officer',
  'court-officer',
  'party',
]

/** Some forty matters over two years: the older ones ended, the last weeks in every state. */
export const story: readonly Told[] = [
  ...finished.map((ending, i) => ({ client: clientOf(i), daysAgo: 720 - 33 * i, pace: 1, ending })),
  ...open.map((ending, i) => ({ client: clientOf(i + 1), daysAgo: 46 - 2 * i, pace: 0.2, ending })),
]

function clientOf(i: number): Told['client'] {
  return clients[i % clients.length] ?? 'court-officer'
}
