import type { ReactNode } from 'react'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { useCan } from '#web/useCan.ts'
import {
  AssignDialog,
  CertifyDialog,
  FindingDialog,
  RefuseDialog,
  ReportDialog,
  ReturnDialog,
  SubmitDialog,
  WithdrawCertificateDialog,
  WithdrawDialog,
} from './AssessmentDialogs.tsx'
import type { Assessment } from './AssessmentPage.tsx'

type Draw = (props: { readonly assessment: Assessment; readonly close: () => void }) => ReactNode

/** By state: what comes next first, then what else may be done. */
const deeds: Readonly<Record<Assessment['state'], readonly (readonly [operation: string, draw: Draw])[]>> = {
  SELF_ASSESSMENT: [['conformity.submit', SubmitDialog]],
  SUBMITTED: [
    ['conformity.assign', AssignDialog],
    ['conformity.return', ReturnDialog],
  ],
  ON_SITE: [
    ['conformity.report', ReportDialog],
    ['conformity.raise-finding', FindingDialog],
    ['conformity.assign', AssignDialog],
  ],
  REPORTED: [
    ['conformity.certify', CertifyDialog],
    ['conformity.refuse', RefuseDialog],
  ],
  CERTIFIED: [],
  REFUSED: [],
  WITHDRAWN: [],
}

/** What may be done with an assessment now, by those whose turn it is. */
export function AssessmentDeeds({ assessment }: { readonly assessment: Assessment }) {
  const can = useCan('/conformity', assessment.id)
  const canCertificate = useCan('/conformity-certificates', assessment.id)
  const show = useDialog()
  const open = (DialogOf: Draw) => () =>
    void show<void>((close) => <DialogOf assessment={assessment} close={() => close()} />)
  const ended = ['CERTIFIED', 'REFUSED', 'WITHDRAWN'].includes(assessment.state)
  return (
    <>
      {deeds[assessment.state].map(([operation, draw], at) => (
        <ActionButton key={operation} primary={at === 0} can={can[operation]} onPress={open(draw)} />
      ))}
      {!ended && <ActionButton grave can={can['conformity.withdraw']} onPress={open(WithdrawDialog)} />}
      {assessment.certificate?.state === 'IN_FORCE' && (
        <ActionButton
          grave
          can={canCertificate['certificate.withdraw']}
          onPress={open(WithdrawCertificateDialog)}
        />
      )}
    </>
  )
}
