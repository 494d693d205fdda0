import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { recordDraft as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import {
  clauseNumbersDiffer,
  localHasRegion,
  namedRulesExist,
  type RuleBook,
  standardNotYetThere,
} from '../rules/register.ts'
import { keepersOfRegister } from '../rules/who.ts'
import { addVersion } from '../writing/add-version.ts'
import { enterStandard, takenBy } from '../writing/enter-standard.ts'

/** Enters a draft that somebody else put before the public: known, not yet a standard. */
export function recordDraft({ ruleIds }: RuleBook) {
  return command({
    endpoint,
    load: async ({ now }) => ({ today: beijingDate(now), ruleIds: ruleIds() }),
    allow: keepersOfRegister,
    fires: { machine: standardLife, event: 'record-draft', state: () => 'NEW' as const },
    consider: async ({ tx, input }) => ({
      taken: await takenBy(tx, { slug: input.slug, number: null }),
    }),
    formRules: [standardNotYetThere, localHasRegion, clauseNumbersDiffer, namedRulesExist],
    subject: ({ input, output }) => ({ type: 'standard', id: output?.standardId ?? input.slug }),
    async run(work) {
      const { tx, input } = work
      const standardId = await enterStandard(work, { ...input, number: null, state: 'CONSULTATION' })
      const version = {
        standardId,
        label: '征求意见稿（外部）',
        draft: true,
        issuedOn: null,
        effectiveFrom: null,
        summary: input.basis,
        clauses: input.clauses,
      }
      await addVersion(tx, version, work)
      return { standardId, slug: input.slug }
    },
  })
}
