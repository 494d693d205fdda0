import { query } from '#kernel/command.ts'
import { listSelections as endpoint } from '../contract/selections.ts'
import { selectionRows } from '../reading/selection-rows.ts'

/** The latest two hundred of the authority, or those that were offered to the institution. */
export const listSelections = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  answer: async ({ db, actor }) => ({ items: [...(await selectionRows(db, actor))] }),
})
