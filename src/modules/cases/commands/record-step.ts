import { command } from '#kernel/command.ts'
import { fileOf } from '#modules/materials/module.ts'
import { recordStep as endpoint } from '../contract/plan.ts'
import { caseLife } from '../lifecycle.ts'
import { recordsOf, stepStates } from '../reading/plan-of.ts'
import { attachmentsFound, correctsAnEarlierRecord, stepInPlan } from '../rules/records.ts'
import { teamMember } from '../rules/who.ts'
import { lockCase, nextRowNo, rolesInCase } from '../store.ts'

/** A member signs what was done, when it was done (O-01). Nothing is changed later: a mistake is met by a further record. */
export const recordStep = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    return {
      row,
      duties: await rolesInCase(tx, row.id, actor.accountId),
      steps: await stepStates(tx, row.id),
      records: await recordsOf(tx, row.id),
    }
  },
  allow: teamMember,
  fires: { machine: caseLife, event: 'record-step', state: ({ row }) => row.state },
  async consider({ tx, input, actor }) {
    const files = await Promise.all(
      input.files.map(async (id) => ({ id, file: await fileOf(tx, id, actor) })),
    )
    return {
      missingFiles: files.filter(({ file }) => !file).map(({ id }) => id),
      hashes: files.map(({ file }) => file?.sha256 ?? ''),
    }
  },
  formRules: [stepInPlan, correctsAnEarlierRecord, attachmentsFound],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, actor, now, chance }) {
    const { id: _, stepNo, corrects, ...content } = input
    const no = await nextRowNo(tx, 'case_record', row.id)
    await tx
      .insertInto('case_record')
      .values({
        id: chance.id(),
        case_id: row.id,
        no,
        step_no: stepNo,
        corrects,
        content: JSON.stringify(content),
        recorded_by: actor.accountId ?? '',
        recorded_at: now,
      })
      .execute()
    return { no }
  },
  record: ({ more, output }) => ({ no: output.no, files: more.hashes }),
})
