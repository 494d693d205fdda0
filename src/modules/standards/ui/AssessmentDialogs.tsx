import { Input, Select } from 'antd'
import { findingGravity } from '#law/terms/standard.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import {
  assignAssessors,
  certify,
  raiseFinding,
  refuseCertificate,
  reportAssessment,
  returnAssessment,
  submitAssessment,
  withdrawAssessment,
  withdrawCertificate,
} from '../contract/conformity.ts'
import type { Assessment } from './AssessmentPage.tsx'

interface AssessmentDialogProps {
  readonly assessment: Assessment
  readonly close: () => void
}

const words = <Input.TextArea rows={4} />

export function SubmitDialog({ assessment: { id }, close }: AssessmentDialogProps) {
  return (
    <Dialog title="提交自评" onClose={close}>
      <CommandForm endpoint={submitAssessment} fixed={{ id }} submit="提交自评" done={close}>
        <Field name="statement">{words}</Field>
      </CommandForm>
    </Dialog>
  )
}

export function ReturnDialog({ assessment: { id }, close }: AssessmentDialogProps) {
  return (
    <Dialog title="退回自评" onClose={close}>
      <CommandForm endpoint={returnAssessment} fixed={{ id }} submit="退回" done={close}>
        <Field name="reason">{words}</Field>
      </CommandForm>
    </Dialog>
  )
}

export function AssignDialog({ assessment, close }: AssessmentDialogProps) {
  const people = assessment.candidates.map(({ accountId, name, organisation }) => ({
    value: accountId,
    label: `${name}（${organisation}）`,
  }))
  return (
    <Dialog title="安排现场评定" onClose={close}>
      <CommandForm
        endpoint={assignAssessors}
        fixed={{ id: assessment.id }}
        initial={{ assessors: assessment.assessors.map(({ accountId }) => accountId) }}
        submit="安排"
        done={close}
      >
        <Field
          name="assessors"
          clause="明鉴平台规则#S-03"
          help="不是被评定机构的人员；参加评定的人不作发证决定"
        >
          <Select mode="multiple" options={people} />
        </Field>
        <Field name="visitOn">
          <Input type="date" />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function FindingDialog({ assessment: { id, clauses }, close }: AssessmentDialogProps) {
  return (
    <Dialog title="提出不符合项" onClose={close}>
      <CommandForm endpoint={raiseFinding} fixed={{ id }} submit="提出" done={close}>
        <Field name="clauseId">
          <Select
            virtual={false}
            options={clauses.map((clause) => ({ value: clause.id, label: `${clause.no} ${clause.heading}` }))}
          />
        </Field>
        <Field name="gravity">
          <Select options={optionsOf(findingGravity)} />
        </Field>
        <Field name="observation" clause="明鉴平台规则#S-04">
          {words}
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function ReportDialog({ assessment: { id }, close }: AssessmentDialogProps) {
  return (
    <Dialog title="提交评定报告" onClose={close}>
      <CommandForm endpoint={reportAssessment} fixed={{ id }} submit="提交报告" done={close}>
        <Field name="report">{words}</Field>
      </CommandForm>
    </Dialog>
  )
}

export function CertifyDialog({ assessment: { id }, close }: AssessmentDialogProps) {
  return (
    <Dialog title="颁发贯标证书" onClose={close}>
      <CommandForm endpoint={certify} fixed={{ id }} submit="颁发证书" done={close}>
        <Field name="reason">{words}</Field>
      </CommandForm>
    </Dialog>
  )
}

export function RefuseDialog({ assessment: { id }, close }: AssessmentDialogProps) {
  return (
    <Dialog title="不予发证" onClose={close}>
      <CommandForm endpoint={refuseCertificate} fixed={{ id }} submit="不予发证" done={close}>
        <Field name="reason">{words}</Field>
      </CommandForm>
    </Dialog>
  )
}

export function WithdrawDialog({ assessment: { id }, close }: AssessmentDialogProps) {
  return (
    <Dialog title="撤回贯标申请" onClose={close}>
      <CommandForm endpoint={withdrawAssessment} fixed={{ id }} submit="撤回" done={close}>
        <Field name="reason">{words}</Field>
      </CommandForm>
    </Dialog>
  )
}

export function WithdrawCertificateDialog({ assessment: { id }, close }: AssessmentDialogProps) {
  return (
    <Dialog title="撤销贯标证书" onClose={close}>
      <p className="intro">撤销当日起名录不再显示本项贯标。</p>
      <CommandForm endpoint={withdrawCertificate} fixed={{ id }} submit="撤销证书" done={close}>
        <Field name="reason">{words}</Field>
      </CommandForm>
    </Dialog>
  )
}
