import { command } from '#kernel/command.ts'
import { publishGuidance as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import { keepersOfRegister } from '../rules/who.ts'
import { lockStandard } from '../store.ts'

/** Says in public how a clause is to be applied: a question that appraisers ask, and its answer. */
export const publishGuidance = command({
  endpoint,
  load: async ({ tx, target }) => ({ standard: await lockStandard(tx, target.id) }),
  allow: keepersOfRegister,
  fires: { machine: standardLife, event: 'guide', state: ({ standard }) => standard.state },
  subject: ({ facts }) => ({ type: 'standard', id: facts.standard.id }),
  async run({ tx, facts, input, actor, now, chance }) {
    const guidanceId = chance.id()
    await tx
      .insertInto('standard_guidance')
      .values({
        id: guidanceId,
        standard_id: facts.standard.id,
        clause: input.clause,
        question: input.question,
        answer: input.answer,
        published_by: actor.accountId ?? '',
        published_at: now,
      })
      .execute()
    return { guidanceId }
  },
})
