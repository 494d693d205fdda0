import { Input } from 'antd'
import { findingGravity } from '#law/terms/standard.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Field } from '#web/kit/Field.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { useCan } from '#web/useCan.ts'
import { closeFinding, correctFinding, reopenFinding } from '../contract/conformity.ts'
import { findingLife } from '../lifecycle.ts'
import type { Assessment } from './AssessmentPage.tsx'

type Finding = Assessment['findings'][number]

/** What was not met, what was done about it, and what the assessors say to that. */
export function Findings({ findings }: Pick<Assessment, 'findings'>) {
  return findings.map((finding) => <OneFinding key={finding.id} finding={finding} />)
}

function OneFinding({ finding }: { readonly finding: Finding }) {
  const can = useCan('/conformity-findings', finding.id)
  const show = useDialog()
  return (
    <>
      <h3>
        第 {finding.no} 项（条款 {finding.clauseNo}，{findingGravity.label(finding.gravity)}）{' '}
        <StateTag
          of={findingLife}
          state={finding.state}
          tone={finding.state === 'CLOSED' ? 'closed' : 'soon'}
        />
      </h3>
      <Facts
        items={[
          ['所见事实', finding.observation, 'wide'],
          ['整改期限', `${finding.dueOn}（北京日期）`],
          ['整改', finding.correction ?? undefined, 'wide'],
          ['核实', finding.judgement ?? undefined, 'wide'],
        ]}
      />
      <p>
        {finding.state === 'OPEN' && (
          <ActionButton
            can={can['finding.correct']}
            onPress={() =>
              void show<void>((close) => <CorrectDialog finding={finding} close={() => close()} />)
            }
          />
        )}
        {finding.state === 'CORRECTED' && (
          <>
            <ActionButton
              can={can['finding.close']}
              onPress={() =>
                void show<void>((close) => <CloseDialog finding={finding} close={() => close()} />)
              }
            />{' '}
            <ActionButton
              can={can['finding.reopen']}
              onPress={() =>
                void show<void>((close) => <ReopenDialog finding={finding} close={() => close()} />)
              }
            />
          </>
        )}
      </p>
    </>
  )
}

interface FindingDialogProps {
  readonly finding: Finding
  readonly close: () => void
}

function CorrectDialog({ finding: { id, no }, close }: FindingDialogProps) {
  return (
    <Dialog title={`第 ${no} 项：提交整改`} onClose={close}>
      <CommandForm endpoint={correctFinding} fixed={{ id }} submit="提交整改" done={close}>
        <Field name="correction">
          <Input.TextArea rows={5} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

function CloseDialog({ finding: { id, no }, close }: FindingDialogProps) {
  return (
    <Dialog title={`第 ${no} 项：确认整改`} onClose={close}>
      <CommandForm endpoint={closeFinding} fixed={{ id }} submit="确认整改" done={close}>
        <Field name="judgement">
          <Input.TextArea rows={3} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

function ReopenDialog({ finding: { id, no }, close }: FindingDialogProps) {
  return (
    <Dialog title={`第 ${no} 项：整改未到位`} onClose={close}>
      <CommandForm endpoint={reopenFinding} fixed={{ id }} submit="退回整改" done={close}>
        <Field name="judgement">
          <Input.TextArea rows={3} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
