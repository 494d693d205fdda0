import { Button } from 'antd'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { useCommand } from '#web/useCommand.ts'
import { undertakeConfidentiality, undertaking } from '../contract/materials.ts'

/** T-10: the whole text is read before it is promised. */
export function UndertakingDialog({
  caseId,
  close,
}: {
  readonly caseId: string
  readonly close: () => void
}) {
  const promise = useCommand(undertakeConfidentiality, { done: close })
  return (
    <Dialog title="保密承诺" onClose={close}>
      {promise.problem && <ProblemPanel problem={promise.problem} />}
      <blockquote className="official">{undertaking}</blockquote>
      <p>
        依据 <ClauseLink id="法释〔2020〕12号#第26条" />
      </p>
      <p className="form-actions">
        <Button
          type="primary"
          loading={promise.pending}
          onClick={() => void promise.run({ id: caseId, promise: undertaking })}
        >
          我已阅读并作出承诺
        </Button>
      </p>
    </Dialog>
  )
}
