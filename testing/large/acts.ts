import { addDays } from '#law/working-days/calendar-date.ts'
import type { InstitutionBody, RegisterBody } from '#modules/directory/contract/register.ts'
import { madeUpAppraiser, madeUpInstitution } from '../bench/directory-world.ts'

/** One act: what the office recorded of one institution and its appraisers on one day. */
export interface Act {
  /** Never before that of the act before it. */
  readonly at: string
  readonly number: string
  readonly changes: readonly {
    readonly body: RegisterBody
    readonly from: string
    readonly until: string | null
  }[]
}

export interface Size {
  readonly institutions: number
  readonly appraisers: number
  /** First and last year of the history. */
  readonly years: readonly [number, number]
}

/**
 * Thirty years of yearly verification: each institution once a year with all its appraisers, on its own day of the year, so
 * that acts come in the order of time. Some are suspended for a year, some addresses are corrected for a past spring.
 * Made by number alone: the same each time.
 */
export function* actsOf({ institutions, appraisers, years: [first, last] }: Size): Iterable<Act> {
  const byDay = Array.from({ length: 365 }, (): number[] => [])
  for (let i = 0; i < institutions; i += 1) byDay[(i * 37) % 365]?.push(i)
  for (let year = first; year <= last; year += 1) {
    for (const [offset, those] of byDay.entries()) {
      const day = addDays(`${year}-01-01`, offset)
      for (const [place, i] of those.entries()) {
        if (year < first + (i % 4)) continue // not founded yet
        const body = institutionIn(i, year, day)
        const staff = []
        for (let a = i; a < appraisers; a += institutions) staff.push(madeUpAppraiser(a, institutions))
        yield {
          at: `${day}T01:${two(Math.floor(place / 60))}:${two(place % 60)}.000Z`,
          number: body.number,
          changes: [
            { body, from: day, until: null },
            ...staff.map((each) => ({ body: titledIn(each, year - first), from: day, until: null })),
            ...correction(body, i, year, first),
          ],
        }
      }
    }
  }
}

function institutionIn(i: number, year: number, day: string): InstitutionBody {
  const suspended = (i + year) % 40 === 0
  return {
    ...madeUpInstitution(i),
    listedFrom: day.replace(/^\d+/, '1996'),
    state: suspended ? 'SUSPENDED' : 'LISTED',
    reason: suspended ? `${year} 年度核验未通过` : `${year} 年度核验通过`,
  }
}

const titles = ['工程师', '高级工程师', '正高级工程师'] as const

function titledIn<B extends { readonly title: string }>(body: B, age: number): B {
  return { ...body, title: titles[Math.min(2, Math.floor(age / 10))] ?? body.title }
}

function correction(body: InstitutionBody, i: number, year: number, first: number): Act['changes'] {
  if (year === first || (i * 7 + year) % 100 !== 0) return []
  const from = `${year - 1}-03-01`
  return year - 1 < first + (i % 4)
    ? []
    : [{ body: { ...body, address: `${body.address}（更正）` }, from, until: `${year - 1}-06-01` }]
}

const two = (n: number) => String(n).padStart(2, '0')
