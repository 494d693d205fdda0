import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { saveDraft as endpoint } from '../contract/endpoints.ts'

const MAX_CHARACTERS = 200_000

/** Keeps a form as typed so far. The id is chosen by the browser, so that the first save may be repeated safely. */
export const saveDraft = command({
  endpoint,
  async load({ tx, target, actor }) {
    const draft = await tx
      .selectFrom('commission_draft')
      .select(['account_id', 'version'])
      .where('id', '=', target.id)
      .forUpdate()
      .executeTakeFirst()
    if (draft && draft.account_id !== actor.accountId)
      throw new Problem('not-found', '没有这份草稿，或者它已经提交。')
    return { draft }
  },
  allow: [
    { role: 'ENTRUSTING_OFFICER', denial: '只有委托方经办人可以填写委托' },
    { role: 'PARTY_REPRESENTATIVE', denial: '只有委托方经办人可以填写委托' },
  ],
  subject: ({ input }) => ({ type: 'commission-draft', id: input.id }),
  untraced: '草稿在提交前不留痕，本人可以随意修改和放弃',
  async run({ tx, input, facts, actor, now }) {
    const submitted = await tx
      .selectFrom('commission')
      .select('id')
      .where('id', '=', input.id)
      .executeTakeFirst()
    if (submitted) throw new Problem('wrong-state', '这件委托已经提交，草稿不再保存。')
    const version = facts.draft?.version ?? 0
    if (input.version !== version)
      throw new Problem('stale-version', '这份草稿已在别的页面保存过，请刷新后继续填写。')
    if (JSON.stringify(input.form).length > MAX_CHARACTERS)
      throw new Problem('too-large', '草稿内容过长，请把长材料作为文件上传。')
    const values = {
      id: input.id,
      account_id: actor.accountId ?? '',
      form: JSON.stringify(input.form),
      version: version + 1,
      saved_at: now,
    }
    await tx
      .insertInto('commission_draft')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ form: values.form, version: values.version, saved_at: now }),
      )
      .execute()
    return { version: version + 1, savedAt: now.toISOString() }
  },
})
