import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { proposeStandard as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import { localHasRegion, standardNotYetThere } from '../rules/register.ts'
import { keepersOfRegister } from '../rules/who.ts'
import { enterStandard, takenBy } from '../writing/enter-standard.ts'

/** Enters a standard that is planned: it has a working title and an address, no number yet. */
export const proposeStandard = command({
  endpoint,
  load: async ({ now }) => ({ today: beijingDate(now) }),
  allow: keepersOfRegister,
  fires: { machine: standardLife, event: 'propose', state: () => 'NEW' as const },
  consider: async ({ tx, input }) => ({ taken: await takenBy(tx, { slug: input.slug, number: null }) }),
  formRules: [standardNotYetThere, localHasRegion],
  subject: ({ input, output }) => ({ type: 'standard', id: output?.standardId ?? input.slug }),
  async run(work) {
    const { input } = work
    const standardId = await enterStandard(work, { ...input, number: null, state: 'PLANNED' })
    return { standardId, slug: input.slug }
  },
})
