import { beijingTime } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { saveSection as endpoint } from '../contract/draft.ts'
import { lockWork, materialsOf } from '../reading/workbench.ts'
import { aboutListedMaterial } from '../rules/draft-edit.ts'
import { assignedAppraiser, draftOpen } from '../rules/who.ts'

/** Keeps a section as typed so far. What was handed over for review is a record; the typing before it is not. */
export const saveSection = command({
  endpoint,
  async load({ tx, target, actor }) {
    const at = await lockWork(tx, target.id, actor, 'draft')
    return { ...at, materials: await materialsOf(tx, target.id) }
  },
  allow: assignedAppraiser,
  rules: [draftOpen],
  formRules: [aboutListedMaterial],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  untraced: '拟稿中的逐次保存不留痕，提交复核时整份留痕',
  async run({ tx, input, actor, now }) {
    const stored = await tx
      .selectFrom('opinion_section')
      .select(['version', 'saved_by_name', 'saved_at'])
      .where('case_id', '=', input.id)
      .where('section', '=', input.section)
      .where('about', '=', input.about)
      .executeTakeFirst()
    refuseStale(input.version, stored)
    const saved = {
      text: input.text,
      version: input.version + 1,
      saved_by: actor.accountId ?? '',
      saved_by_name: actor.name,
      saved_at: now,
    }
    await tx
      .insertInto('opinion_section')
      .values({ case_id: input.id, section: input.section, about: input.about, ...saved })
      .onConflict((conflict) => conflict.columns(['case_id', 'section', 'about']).doUpdateSet(saved))
      .execute()
    return { version: saved.version, savedAt: now.toISOString() }
  },
})

/** The case row is locked, so what was read here cannot change before it is written. */
export function refuseStale(
  read: number,
  stored: { version: number; saved_by_name: string; saved_at: Date } | undefined,
): void {
  if (read === (stored?.version ?? 0)) return
  const who = stored ? `${stored.saved_by_name}在${beijingTime(stored.saved_at)}` : '他人'
  throw new Problem('stale-version', `这一部分已由${who}改过，您看到的不是最新内容，请刷新后再改。`)
}
