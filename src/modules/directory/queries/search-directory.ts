import type { In } from '#kernel/command.ts'
import { query } from '#kernel/command.ts'
import { technicalKinds } from '#law/terms/ip-type.ts'
import { searchDirectory as endpoint } from '../contract/search.ts'
import { askedDay } from '../register/asked-day.ts'
import { search, type Wanted } from '../register/search.ts'
import { standardTag, textTags } from '../register/tags.ts'

const PAGE = 50
/** How far is counted: a past day is looked up key by key, so that counting on costs more than the answer itself. */
const caps = { now: 1000, past: 100 } as const

/** The national list for everyone: what it says now, or on any past day, by whatever one knows of an entry. */
export const searchDirectory = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input, today }) {
    const day = await askedDay(db, input, today)
    const wanted = wantedTags(input)
    const cap = day.past ? caps.past : caps.now
    const page = { after: input.cursor ?? '', limit: PAGE + 1 }
    const { rows, counted } = await search(db, wanted, {
      page,
      cap: cap + 1,
      asOf: day.past ? day : undefined,
    })
    const items = rows.slice(0, PAGE)
    return {
      asOf: day,
      items,
      next: rows.length > PAGE ? (items.at(-1)?.key ?? null) : null,
      total: Math.min(counted, cap),
      totalCapped: counted > cap,
    }
  },
})

function wantedTags(input: In<typeof endpoint>): Wanted {
  const { kind, text, ip, field, province, institution, standard, grade, state } = input
  const all = [
    ...(state ? [`state:${state}`] : []),
    ...(province ? [`province:${province}`] : []),
    ...(institution ? [`institution:${institution}`] : []),
    ...(standard ? [standardTag(standard)] : []),
    ...(grade ? [`grade:${grade}`] : []),
    ...(ip ? [`ip:${ip}`] : []),
  ]
  return {
    kind,
    all,
    some: field ? [competent(ip, field)] : [],
    listed: state === undefined,
    ...(text ? { text: textTags(text) } : {}),
  }
}

/** Whoever covers a whole kind of right covers each of its fields. */
function competent(ip: In<typeof endpoint>['ip'], field: string): string[] {
  if (ip) return [`scope:${ip}/${field}`, `scope:${ip}/*`]
  return [`field:${field}`, ...technicalKinds.map((kind) => `scope:${kind}/*`)]
}
