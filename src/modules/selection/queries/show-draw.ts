import type { ReadDb } from '#kernel/capabilities.ts'
import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showDraw as endpoint } from '../contract/draws.ts'
import { drawRow, drawRows } from '../reading/draw-rows.ts'
import { assessmentOf, offersOf, openingOf } from '../store.ts'

/** One draw with all that decided it. Explanations of those who declined are for the authority alone. */
export const showDraw = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input }) {
    const row = await drawRows(db).where('s.id', '=', input.id).executeTakeFirst()
    if (!row) throw new Problem('not-found', '没有这次抽签。')
    const opening = await openingOf(db, input.id)
    const names = await namesOf(db, input.id)
    const places = new Map(opening?.drawn.map((key, place) => [key, place]))
    const { draw } = row
    return {
      ...drawRow(row),
      commitment: row.commitment,
      size: row.size,
      logIndex: row.log_index,
      register: draw.register,
      listed: draw.candidates.map(({ key }) => ({
        key,
        name: names.get(key) ?? key,
        place: places.get(key) ?? null,
      })),
      excluded: [...draw.excluded],
      openedAt: opening?.opened_at.toISOString() ?? null,
      secret: opening?.secret ?? null,
      root: opening?.root ?? null,
      turns: (await offersOf(db, input.id)).flatMap((each) =>
        each.place === null
          ? []
          : [
              {
                place: each.place,
                name: names.get(each.key) ?? each.key,
                answer: each.answer,
                reason: each.reason,
                at: each.answered_at?.toISOString() ?? null,
                answerBy: each.answer_by,
              },
            ],
      ),
      endedAt: row.ended_at?.toISOString() ?? null,
    }
  },
})

/** Names of the candidates as the register had them when the need was described. */
async function namesOf(db: ReadDb, id: string): Promise<ReadonlyMap<string, string>> {
  const { candidates, excluded } = await assessmentOf(db, id)
  return new Map([...candidates, ...excluded].map(({ key, name }) => [key, name]))
}
