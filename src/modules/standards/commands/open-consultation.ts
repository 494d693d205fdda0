import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { openConsultation as endpoint } from '../contract/consultation.ts'
import { consultationLife, standardLife } from '../lifecycle.ts'
import { openConsultations } from '../reading/consultations.ts'
import { consultationLongEnough, consultationsClosed } from '../rules/pipeline.ts'
import { clauseNumbersDiffer, namedRulesExist, type RuleBook } from '../rules/register.ts'
import { publishers } from '../rules/who.ts'
import { lockStandard } from '../store.ts'
import { addVersion } from '../writing/add-version.ts'

/** Puts a draft before the public; whoever reads it may comment until its last day. */
export function openConsultation({ ruleIds }: RuleBook) {
  return command({
    endpoint,
    async load({ tx, target, now }) {
      const standard = await lockStandard(tx, target.id)
      const today = beijingDate(now)
      const shortest = parameterAt('standard-consultation', today).value
      const open = await openConsultations(tx, standard.id)
      return { standard, openConsultations: open, today, shortest, ruleIds: ruleIds() }
    },
    allow: publishers,
    fires: { machine: consultationLife, event: 'open', state: () => 'NEW' as const },
    alsoFires: {
      machine: standardLife,
      event: 'consult',
      state: ({ standard }) => standard.state,
      subject: ({ standard }) => standard.id,
    },
    rules: [consultationsClosed],
    formRules: [consultationLongEnough, clauseNumbersDiffer, namedRulesExist],
    subject: ({ facts, output }) => ({
      type: 'standard-consultation',
      id: output?.consultationId ?? facts.standard.id,
      matter: facts.standard.id,
    }),
    async run(work) {
      const { tx, facts, input, actor, now, today, chance } = work
      const version = {
        standardId: facts.standard.id,
        label: input.label,
        draft: true,
        issuedOn: null,
        effectiveFrom: null,
        summary: '公开征求意见的草案',
        clauses: input.clauses,
      }
      const versionNo = await addVersion(tx, version, work)
      await tx
        .updateTable('standard')
        .set({ state: 'CONSULTATION' })
        .where('id', '=', facts.standard.id)
        .executeTakeFirstOrThrow()
      const consultationId = chance.id()
      await tx
        .insertInto('standard_consultation')
        .values({
          id: consultationId,
          state: 'OPEN',
          standard_id: facts.standard.id,
          version_no: versionNo,
          opens_on: today,
          closes_on: input.closesOn,
          notes: input.notes,
          opened_by: actor.accountId ?? '',
          opened_at: now,
        })
        .execute()
      return { consultationId }
    },
  })
}
