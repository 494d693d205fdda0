import { spokenDate } from './calendar-date.ts'
import type { ClockFacts } from './clock.ts'
import type { CountStep } from './count.ts'

interface Sum {
  readonly facts: ClockFacts
  readonly steps: readonly CountStep[]
  readonly due: string | null
  readonly total: number
  readonly provisional: boolean
}

/** The sum in sentences: start, limit, extensions, stops, holidays and make-up days in order of date, the due date. */
export function explain({ facts, steps, due, total, provisional }: Sum): readonly string[] {
  const { start, startsWith, limit, stops = [], extensions = [] } = facts
  const lines = [`${spokenDate(start)}${startsWith}，自次日起算`, `时限${limit}个工作日`]
  for (const { days, decidedOn, by } of extensions) {
    lines.push(`${spokenDate(decidedOn)}经${by}批准延长${days}个工作日，共${total}个工作日`)
  }
  for (const { from, until, reason } of stops) {
    const lost = steps.filter(
      (step) => step.working && step.date >= from && step.date < (until ?? '9999'),
    ).length
    lines.push(
      until === undefined
        ? `${spokenDate(from)}起中止（${reason}），恢复前不计`
        : `${spokenDate(from)}中止（${reason}），${spokenDate(until)}恢复，期间${lost}个工作日不计`,
    )
  }
  lines.push(...holidayLines(steps), ...weekendLine(steps), ...lastLine(due, provisional))
  return lines
}

function holidayLines(steps: readonly CountStep[]): readonly string[] {
  const lines: string[] = []
  for (const [index, step] of steps.entries()) {
    if (step.why === 'make-up') lines.push(`${spokenDate(step.date)}${step.holiday}调休上班，${counts(step)}`)
    const before = steps[index - 1]
    if (step.why !== 'holiday' || before?.why === 'holiday') continue
    const next = steps.findIndex((later, at) => at > index && later.why !== 'holiday')
    const last = steps[next === -1 ? steps.length - 1 : next - 1] ?? step
    const span =
      last.date === step.date ? spokenDate(step.date) : `${spokenDate(step.date)}至${spokenDate(last.date)}`
    lines.push(`${span}${step.holiday}放假，不计`)
  }
  return lines
}

function counts(step: CountStep): string {
  return step.stopped ? '中止期间不计' : '计入'
}

function weekendLine(steps: readonly CountStep[]): readonly string[] {
  const weekends = steps.filter((step) => step.why === 'weekend').length
  return weekends === 0 ? [] : [`其间周六、周日共${weekends}天，不计`]
}

function lastLine(due: string | null, provisional: boolean): readonly string[] {
  if (due === null) return ['到期日待恢复后确定']
  const line = `${spokenDate(due)}到期（北京时间当日24时止）`
  return provisional ? [line, '其中部分日期所在年份的节假日安排尚未公布，仅按周末计算，到期日为暂定'] : [line]
}
