import { rule } from '#kernel/rule.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { shanghai } from '#law/shanghai-2019.ts'

export interface StepState {
  readonly no: number
  readonly records: number
  readonly waived: boolean
}

interface Recorded {
  readonly steps: readonly StepState[]
  readonly input: { readonly stepNo: number }
}

export const stepInPlan = rule<Recorded>({
  id: 'step-in-plan',
  brief: 'O-01',
  says: '过程记录对应方案的步骤',
  basis: [guangdong.clause('第37条'), shanghai.clause('第27条')],
  check: ({ steps, input }) =>
    steps.some(({ no }) => no === input.stepNo)
      ? 'pass'
      : { fail: `方案没有第${input.stepNo}步`, remedy: '请选择方案中的步骤。', field: 'stepNo' },
})

export const correctsAnEarlierRecord = rule<{
  readonly records: readonly { readonly no: number; readonly stepNo: number }[]
  readonly input: { readonly stepNo: number; readonly corrects: number | null }
}>({
  id: 'corrects-an-earlier-record',
  brief: 'O-01',
  says: '记录不得修改，只能以另一记录更正同一步骤的先前记录',
  basis: [guangdong.clause('第37条')],
  check: ({ records, input }) =>
    input.corrects === null ||
    records.some(({ no, stepNo }) => no === input.corrects && stepNo === input.stepNo)
      ? 'pass'
      : {
          fail: `本步骤没有第${input.corrects}号记录`,
          remedy: '请选择本步骤的先前记录。',
          field: 'corrects',
        },
})

export const attachmentsFound = rule<{ readonly missingFiles: readonly string[] }>({
  id: 'record-attachments-found',
  brief: 'O-01',
  says: '记录所附的照片、录像和数据已经上传',
  basis: [shanghai.clause('第27条')],
  check: ({ missingFiles }) =>
    missingFiles.length === 0
      ? 'pass'
      : {
          fail: `有${missingFiles.length}个附件没有找到`,
          remedy: '请重新上传后再提交记录。',
          field: 'files',
        },
})

export const onlyUnrecordedWaived = rule<Recorded>({
  id: 'only-unrecorded-step-waived',
  brief: 'O-01',
  says: '已有记录的步骤不得说明为未实施',
  basis: [guangdong.clause('第37条')],
  check: ({ steps, input }) => {
    const step = steps.find(({ no }) => no === input.stepNo)
    if (step?.waived) return { fail: '这一步已经说明未实施', remedy: '无需重复说明。', field: 'stepNo' }
    return step && step.records > 0
      ? { fail: '这一步已有过程记录', remedy: '如记录有误，请以更正记录说明。', field: 'stepNo' }
      : 'pass'
  },
})

export const everyStepRecorded = rule<{ readonly steps: readonly StepState[] }>({
  id: 'every-step-recorded',
  brief: 'O-01',
  says: '方案的每一步都有签名的过程记录，或者说明未实施的理由',
  basis: [guangdong.clause('第37条'), shanghai.clause('第27条')],
  check: ({ steps }) => {
    const open = steps.filter(({ records, waived }) => records === 0 && !waived)
    return open.length === 0
      ? 'pass'
      : {
          fail: `第${open.map(({ no }) => no).join('、')}步没有过程记录`,
          remedy: '请补记实际的过程；确实没有实施的，写明理由。',
        }
  },
})
