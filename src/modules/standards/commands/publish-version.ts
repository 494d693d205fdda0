import { command } from '#kernel/command.ts'
import { publishVersion as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import { effectAfterIssue } from '../rules/pipeline.ts'
import { clauseNumbersDiffer, namedRulesExist, type RuleBook } from '../rules/register.ts'
import { publishers } from '../rules/who.ts'
import { issuedVersion, lockStandard } from '../store.ts'
import { addVersion } from '../writing/add-version.ts'
import { tellWhomItTouches } from '../writing/tell-whom-it-touches.ts'

/**
 * Puts a further text of the same standard in force: an amendment, or clauses now compared with the official text. Whoever
 * holds a certificate by the text before it, or is being assessed by it, is told.
 */
export function publishVersion({ ruleIds }: RuleBook) {
  return command({
    endpoint,
    async load({ tx, target }) {
      const standard = await lockStandard(tx, target.id)
      const last = await issuedVersion(tx, standard.id)
      return { standard, before: last?.effective_from ?? null }
    },
    allow: publishers,
    fires: { machine: standardLife, event: 'publish-version', state: ({ standard }) => standard.state },
    consider: async () => ({ ruleIds: ruleIds() }),
    formRules: [effectAfterIssue, clauseNumbersDiffer, namedRulesExist],
    subject: ({ facts }) => ({ type: 'standard', id: facts.standard.id }),
    async run(work) {
      const { tx, facts, input } = work
      const versionNo = await addVersion(
        tx,
        {
          standardId: facts.standard.id,
          label: input.label,
          draft: false,
          issuedOn: input.issuedOn ?? null,
          effectiveFrom: input.effectiveFrom,
          summary: input.summary,
          clauses: input.clauses,
        },
        work,
      )
      await tx
        .updateTable('standard')
        .set({ certainty: input.certainty })
        .where('id', '=', facts.standard.id)
        .executeTakeFirstOrThrow()
      await tellWhomItTouches(work, facts.standard, input)
      return { versionNo }
    },
  })
}
