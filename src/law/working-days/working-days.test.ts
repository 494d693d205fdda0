import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFrom, dayKind, isWorkingDay, officialCalendar } from './calendar.ts'
import { addDays, beijingDay, dateOf, dayNumber, spokenDate, weekdayName } from './calendar-date.ts'
import {
  type ClockFacts,
  deadline,
  dueInWords,
  remainingInWords,
  remainingWorkingDays,
  warnLevel,
} from './clock.ts'
import { addWorkingDays, workingDaysBetween } from './count.ts'
import { editions } from './editions.ts'

const anyDate = fc.integer({ min: dayNumber('2019-01-01'), max: dayNumber('2026-10-01') }).map(dateOf)

describe('日期', () => {
  it('counts days as the Gregorian calendar does, for a century and a half', () => {
    for (let day = dayNumber('1960-01-01'); day <= dayNumber('2110-12-31'); day += 1) {
      expect(dateOf(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
    }
    for (const text of ['2023-02-29', '2024-13-01', '2024-1-1', ''])
      expect(() => dayNumber(text)).toThrow(RangeError)
  })

  it.each([
    ['2026-03-31T15:59:59.999Z', '2026-03-31'],
    ['2026-03-31T16:00:00.000Z', '2026-04-01'],
    ['2026-04-01T00:00:00+08:00', '2026-04-01'],
  ])('%s is %s in Beijing', (instant, day) => expect(beijingDay(instant)).toBe(day))

  it('names the weekday', () => {
    expect(weekdayName('2026-11-22')).toBe('周日')
    expect(spokenDate('2026-10-10')).toBe('2026年10月10日（周六）')
  })
})

describe('工作日历', () => {
  it('agrees with the chinese-days package on every day from 2019 to 2026', () => {
    for (let date = '2019-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      expect(isWorkingDay(date), date).toBe(chineseDays.isWorkday(date))
    }
  })

  it.each([
    ['2019-05-05', true, 'make-up', '劳动节'],
    ['2020-01-31', false, 'holiday', '春节'],
    ['2020-02-03', true, 'weekday', undefined],
    ['2021-09-18', true, 'make-up', '中秋节'],
    ['2022-10-09', true, 'make-up', '国庆节'],
    ['2023-01-02', false, 'holiday', '元旦'],
    ['2024-02-04', true, 'make-up', '春节'],
    ['2024-02-16', false, 'holiday', '春节'],
    ['2025-10-06', false, 'holiday', '国庆节、中秋节'],
    ['2026-01-04', true, 'make-up', '元旦'],
    ['2026-11-21', false, 'weekend', undefined],
  ])('%s: working %s, %s %s', (date, working, why, holiday) => {
    expect(dayKind(date, officialCalendar)).toEqual({
      date,
      working,
      why,
      provisional: false,
      ...(holiday && { holiday }),
    })
  })

  it('knows only weekends of a year without an edition, and says so', () => {
    expect(dayKind('2027-10-01', officialCalendar)).toMatchObject({ working: true, provisional: true })
    const count = addWorkingDays('2026-12-28', 5)
    expect(count).toMatchObject({ date: '2027-01-04', provisional: true })
    const known = calendarFrom([
      ...editions,
      { year: 2027, holidays: [{ name: '元旦', off: ['2027-01-01', '2027-01-03'], work: [] }] },
    ])
    expect(addWorkingDays('2026-12-28', 5, known)).toMatchObject({ date: '2027-01-05', provisional: false })
  })
})

describe('工作日计算', () => {
  it.each([
    ['2024-02-02', 5, '2024-02-08', '2月4日春节调休上班计入'],
    ['2026-09-18', 7, '2026-09-29', '9月20日调休上班计入，中秋节三天不计'],
    ['2026-09-28', 30, '2026-11-13', '国庆节七天不计，10月10日调休上班计入'],
    ['2025-12-31', 1, '2026-01-04', '元旦调休的周日计入'],
    ['2022-09-30', 1, '2022-10-08', '国庆节后的周六上班'],
  ])('%s 之后 %i 个工作日是 %s：%s', (start, n, due) => expect(addWorkingDays(start, n).date).toBe(due))

  it('is monotone, additive and inverse to counting', () => {
    const days = fc.integer({ min: 0, max: 70 })
    fc.assert(
      fc.property(anyDate, days, days, (start, n, m) => {
        const first = addWorkingDays(start, n).date
        const both = addWorkingDays(start, n + m).date
        expect(addWorkingDays(first, m).date).toBe(both)
        expect(both >= first).toBe(true)
        expect(workingDaysBetween(start, first)).toBe(n)
        if (n > 0) expect(isWorkingDay(first)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('counts every step once and in order', () => {
    const { steps, date } = addWorkingDays('2026-09-18', 30)
    expect(steps.flatMap((step) => step.counted ?? [])).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    expect(steps.at(-1)?.date).toBe(date)
    expect(() => addWorkingDays('2026-09-18', -1)).toThrow(RangeError)
  })
})

describe('时限', () => {
  const facts: ClockFacts = { start: '2026-09-21', startsWith: '委托书生效', limit: 30 }

  it('explains why this is the day', () => {
    expect(deadline(facts)).toMatchObject({
      due: '2026-11-09',
      provisional: false,
      total: 30,
      lines: [
        '2026年9月21日（周一）委托书生效，自次日起算',
        '时限30个工作日',
        '2026年9月25日（周五）至2026年9月27日（周日）中秋节放假，不计',
        '2026年10月1日（周四）至2026年10月7日（周三）国庆节放假，不计',
        '2026年10月10日（周六）国庆节调休上班，计入',
        '其间周六、周日共9天，不计',
        '2026年11月9日（周一）到期（北京时间当日24时止）',
      ],
    })
  })

  it('moves the day by a suspension and an extension, and says both', () => {
    const moved: ClockFacts = {
      ...facts,
      stops: [{ from: '2026-10-12', until: '2026-10-19', reason: '等待检验结果' }],
      extensions: [{ days: 10, decidedOn: '2026-10-30', by: '机构负责人' }],
    }
    const result = deadline(moved)
    expect(result).toMatchObject({ due: '2026-11-30', total: 40 })
    expect(result.lines).toContain(
      '2026年10月12日（周一）中止（等待检验结果），2026年10月19日（周一）恢复，期间5个工作日不计',
    )
    expect(result.lines).toContain('2026年10月30日（周五）经机构负责人批准延长10个工作日，共40个工作日')
  })

  it('has no due day while suspended, and keeps what is left', () => {
    const still: ClockFacts = { ...facts, stops: [{ from: '2026-09-28', reason: '材料补充' }] }
    expect(deadline(still).due).toBeNull()
    expect(dueInWords(deadline(still))).toBe('中止中，恢复后确定')
    expect(remainingWorkingDays(still, '2026-09-24')).toBe(27)
    expect(remainingWorkingDays(still, '2026-10-20')).toBe(27)
  })

  it.each([
    ['2026-09-21', 30, null, '剩余30个工作日'],
    ['2026-10-26', 10, 10, '剩余10个工作日'],
    ['2026-11-06', 1, 1, '剩余1个工作日'],
    ['2026-11-09', 0, 1, '今日到期'],
    ['2026-11-10', -1, 'overdue', '已逾期1个工作日'],
  ])('on %s %i working days remain', (today, remaining, level, words) => {
    expect(remainingWorkingDays(facts, today)).toBe(remaining)
    expect(warnLevel(remaining, [10, 5, 1])).toBe(level)
    expect(remainingInWords(remaining)).toBe(words)
  })

  it('shifts by exactly the working days of a suspension that begins before the due day', () => {
    const length = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), length, length, (start, limit, after, long) => {
        const plain = deadline({ start, startsWith: '', limit })
        const from = addDays(start, after)
        const until = addDays(from, long)
        const held = deadline({ start, startsWith: '', limit, stops: [{ from, until, reason: '' }] })
        fc.pre(plain.due !== null && from <= plain.due)
        const lost = Array.from({ length: long }, (_, i) => addDays(from, i)).filter(
          (date) => date > start && isWorkingDay(date),
        )
        expect(held.due).toBe(addWorkingDays(plain.due ?? '', lost.length).date)
      }),
      { numRuns: 300 },
    )
  })

  it('marks a date in an unpublished year as provisional', () => {
    const late = deadline({ start: '2026-12-01', startsWith: '委托书生效', limit: 30 })
    expect(late.provisional).toBe(true)
    expect(dueInWords(late)).toContain('暂定')
    expect(late.lines.at(-1)).toContain('尚未公布')
  })
})
