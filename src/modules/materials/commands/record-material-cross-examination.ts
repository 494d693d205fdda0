import { command } from '#kernel/command.ts'
import { recordCrossExamination as endpoint } from '../contract/materials.ts'
import { lockMaterial } from '../reading/materials.ts'
import { settledOnceIssued } from '../rules/custody.ts'
import { crossExaminationRecorded } from '../rules/receipt.ts'
import { crossExaminationRecorder } from '../rules/who.ts'

/** T-03: what came of the parties' examination of the material. What was recorded before stays in the trace. */
export const recordCrossExaminationCommand = command({
  endpoint,
  load: ({ tx, target, actor }) => lockMaterial(tx, target.id, actor),
  allow: crossExaminationRecorder,
  rules: [settledOnceIssued],
  formRules: [crossExaminationRecorded],
  subject: ({ facts: { material, matter } }) => ({ type: 'material', id: material.id, matter: matter.id }),
  async run({ tx, facts: { material }, input }) {
    await tx
      .updateTable('case_material')
      .set({ cross_examination: input.outcome, cross_examination_no: input.recordNo })
      .where('id', '=', material.id)
      .executeTakeFirstOrThrow()
    return { outcome: input.outcome }
  },
})
