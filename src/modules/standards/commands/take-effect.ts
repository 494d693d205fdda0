import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { takeEffect as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import { dayOfEffectReached } from '../rules/pipeline.ts'
import { publishers } from '../rules/who.ts'
import { issuedVersion, lockStandard } from '../store.ts'

/** From its day of effect on the standard holds, and the one that it replaces holds no longer. */
export const takeEffect = command({
  endpoint,
  async load({ tx, target, now }) {
    const standard = await lockStandard(tx, target.id)
    const replaced = standard.supersedes ? await lockStandard(tx, standard.supersedes) : null
    const version = await issuedVersion(tx, standard.id)
    return {
      standard,
      replaced: replaced?.state === 'EFFECTIVE' ? replaced : null,
      effectiveFrom: version?.effective_from ?? null,
      today: beijingDate(now),
    }
  },
  allow: publishers,
  fires: { machine: standardLife, event: 'take-effect', state: ({ standard }) => standard.state },
  alsoFires: {
    machine: standardLife,
    event: 'supersede',
    state: ({ replaced }) => replaced?.state ?? 'EFFECTIVE',
    subject: ({ replaced }) => replaced?.id,
  },
  rules: [dayOfEffectReached],
  subject: ({ facts }) => ({ type: 'standard', id: facts.standard.id }),
  async run({ tx, facts: { standard, replaced, effectiveFrom }, today }) {
    const state = 'EFFECTIVE' as const
    await tx.updateTable('standard').set({ state }).where('id', '=', standard.id).executeTakeFirstOrThrow()
    if (replaced)
      await tx
        .updateTable('standard')
        .set({
          state: 'SUPERSEDED',
          ended_on: effectiveFrom ?? today,
          end_reason: `由 ${standard.number ?? standard.title} 代替`,
        })
        .where('id', '=', replaced.id)
        .executeTakeFirstOrThrow()
    return { state }
  },
})
