import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { approveStandard as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import { openConsultations } from '../reading/consultations.ts'
import { consultationsClosed, effectAfterIssue, replacedIsThere } from '../rules/pipeline.ts'
import {
  clauseNumbersDiffer,
  namedRulesExist,
  numberFitsKind,
  type RuleBook,
  standardNumberValid,
} from '../rules/register.ts'
import { publishers } from '../rules/who.ts'
import { lockStandard } from '../store.ts'
import { addVersion } from '../writing/add-version.ts'
import { addressOf } from '../writing/enter-standard.ts'

/** Issues the standard under its number; it holds from its day of effect on. */
export function approveStandard({ ruleIds }: RuleBook) {
  return command({
    endpoint,
    async load({ tx, target }) {
      const standard = await lockStandard(tx, target.id)
      return { standard, openConsultations: await openConsultations(tx, standard.id) }
    },
    allow: publishers,
    fires: { machine: standardLife, event: 'approve', state: ({ standard }) => standard.state },
    rules: [consultationsClosed],
    async consider({ tx, input }) {
      const replaced = input.supersedes
        ? await tx
            .selectFrom('standard')
            .select(['id', 'state'])
            .where('slug', '=', input.supersedes)
            .executeTakeFirst()
        : undefined
      return { replaced: replaced ?? null, before: null, ruleIds: ruleIds() }
    },
    formRules: [
      standardNumberValid,
      numberFitsKind,
      effectAfterIssue,
      replacedIsThere,
      clauseNumbersDiffer,
      namedRulesExist,
    ],
    subject: ({ facts }) => ({ type: 'standard', id: facts.standard.id }),
    async run(work) {
      const { tx, facts, input, more } = work
      const { number } = addressOf(input.number, undefined)
      const taken =
        number === null
          ? undefined
          : await tx.selectFrom('standard').select('id').where('number', '=', number).executeTakeFirst()
      if (number === null || taken)
        throw new Problem('malformed', number === null ? '批准发布须有标准编号。' : '该编号已经登记。', {
          issues: [{ path: 'number', detail: number === null ? '请填写编号' : '编号已被另一项标准使用' }],
        })
      await tx
        .updateTable('standard')
        .set({ state: 'APPROVED', number, supersedes: more.replaced?.id ?? null, certainty: 'confirmed' })
        .where('id', '=', facts.standard.id)
        .executeTakeFirstOrThrow()
      const version = {
        standardId: facts.standard.id,
        label: '发布稿',
        draft: false,
        issuedOn: input.issuedOn,
        effectiveFrom: input.effectiveFrom,
        summary: '批准发布',
        clauses: input.clauses,
      }
      await addVersion(tx, version, work)
      return { state: 'APPROVED' as const, number }
    },
  })
}
