import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { recordStandard as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import {
  clauseNumbersDiffer,
  confirmedIsComplete,
  localHasRegion,
  namedRulesExist,
  numberFitsKind,
  type RuleBook,
  recordedIsInForce,
  standardNotYetThere,
  standardNumberValid,
} from '../rules/register.ts'
import { keepersOfRegister } from '../rules/who.ts'
import { addVersion } from '../writing/add-version.ts'
import { addressOf, enterStandard, takenBy } from '../writing/enter-standard.ts'

/** Enters a standard that was issued elsewhere and is in force, with as much of it as is known. */
export function recordStandard({ ruleIds }: RuleBook) {
  return command({
    endpoint,
    load: async ({ now }) => ({ today: beijingDate(now), ruleIds: ruleIds() }),
    allow: keepersOfRegister,
    fires: { machine: standardLife, event: 'record', state: () => 'NEW' as const },
    async consider({ tx, input }) {
      const address = addressOf(input.number, input.slug)
      return {
        address,
        taken: await takenBy(tx, address),
        standard: { kind: input.kind, region: input.region || null },
      }
    },
    formRules: [
      standardNumberValid,
      numberFitsKind,
      localHasRegion,
      standardNotYetThere,
      confirmedIsComplete,
      recordedIsInForce,
      clauseNumbersDiffer,
      namedRulesExist,
    ],
    subject: ({ input, output }) => ({ type: 'standard', id: output?.standardId ?? input.title }),
    async run(work) {
      const { tx, input, more } = work
      const { number, slug } = more.address
      if (slug === '')
        throw new Problem('malformed', '没有编号的标准须有暂用代号。', {
          issues: [{ path: 'slug', detail: '请填写暂用代号，或者填写标准编号' }],
        })
      const standardId = await enterStandard(work, { ...input, slug, number, state: 'EFFECTIVE' })
      const version = {
        standardId,
        label: '登记时的文本',
        draft: false,
        issuedOn: input.issuedOn ?? null,
        effectiveFrom: input.effectiveFrom ?? null,
        summary: input.basis,
        clauses: input.clauses,
      }
      await addVersion(tx, version, work)
      return { standardId, slug }
    },
  })
}
