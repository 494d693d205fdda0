import { term } from '#kernel/term.ts'

/** What the numbers of law/parameters.ts count. */
export const parameterUnit = term('单位', {
  'working-day': '个工作日',
  'calendar-day': '日',
  month: '个月',
  year: '年',
  person: '人',
  institution: '家',
  case: '件',
  times: '次',
  'per-minute': '次/分钟',
  minute: '分钟',
})
