import { query } from '#kernel/command.ts'
import { compareDays as endpoint, offTheList } from '../contract/search.ts'
import { answered, type Said } from '../register/as-of.ts'
import { type AskedDay, askedDay } from '../register/asked-day.ts'
import { changedKeys } from '../register/changed-keys.ts'
import { differences } from '../register/differences.ts'

const PAGE = 50

/** What the list says otherwise on the later of two days: who came, who left, whose particulars changed. */
export const compareDays = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input, today }) {
    const { kind, question } = input
    const from = await askedDay(db, { on: input.from, question }, today)
    const to = await askedDay(db, { on: input.to ?? today, question }, today)
    const keys = await changedKeys(db, { from, to, kind, after: input.cursor ?? '', limit: PAGE + 1 })
    const shown = keys.slice(0, PAGE)
    const at = async (day: AskedDay) => {
      const rows = shown.length > 0 ? await answered(db, day).where('c.key', 'in', shown).execute() : []
      return new Map(rows.map((row) => [row.key, row]))
    }
    const [before, after] = [await at(from), await at(to)]
    return {
      from,
      to,
      items: shown.flatMap((key) => changeOf(before.get(key), after.get(key))),
      next: keys.length > PAGE ? (shown.at(-1) ?? null) : null,
    }
  },
})

function changeOf(before: Said | undefined, after: Said | undefined) {
  const said = after ?? before
  if (!said || before?.item === after?.item) return []
  const [was, is] = [listed(before), listed(after)]
  return [
    {
      key: said.key,
      name: said.body.name,
      change: was === is ? ('changed' as const) : is ? ('entered' as const) : ('left' as const),
      differences: after ? differences(before?.body, after.body) : [],
      logIndex: said.logIndex,
    },
  ]
}

const off: readonly string[] = offTheList
const listed = (said: Said | undefined) => said !== undefined && !off.includes(said.body.state)
