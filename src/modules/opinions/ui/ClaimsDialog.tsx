import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { parseClaims } from '#analysis/claims/parse-claims.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { useCommand } from '#web/useCommand.ts'
import { type Claim, setClaim } from '../contract/chart.ts'

interface ClaimsDialogProps {
  readonly id: string
  readonly filed: string
  readonly asserted: string
  readonly now: readonly Claim[]
  readonly close: () => void
}

/** Which of the filed claims are compared. */
export function ClaimsDialog({ id, filed, asserted, now, close }: ClaimsDialogProps) {
  const found = claimsOf(filed)
  const [chosen, setChosen] = useState<readonly string[]>(
    now.length > 0 ? now.map(({ no }) => no) : proposed(found, asserted),
  )
  const command = useCommand(setClaim, { done: close })
  const claims = found.filter(({ no }) => chosen.includes(no))
  return (
    <Dialog title="确定比对的权利要求" onClose={close} wide>
      <p>委托方主张：{asserted}。下面是委托时提交的权利要求全文，选定后照录原文，不改一字。</p>
      {command.problem && <ProblemPanel problem={command.problem} />}
      <ul className="claims-choice">
        {found.map(({ no, text }) => (
          <li key={no}>
            <Checkbox
              checked={chosen.includes(no)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, no] : chosen.filter((each) => each !== no))
              }
            >
              权利要求{no}
            </Checkbox>
            <p className="claim-text">{text}</p>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <Button onClick={close}>取消</Button>
        <Button
          type="primary"
          disabled={claims.length === 0}
          loading={command.pending}
          onClick={() => void command.run({ id, claims: claims.map((each) => ({ ...each })) })}
        >
          选定 {claims.length} 项
        </Button>
      </div>
    </Dialog>
  )
}

/** Claims by their numbers; a text without any is claim 1. */
function claimsOf(filed: string): readonly Claim[] {
  const { claims } = parseClaims(filed)
  const found = claims.map(({ no, start, end }) => ({ no: String(no), text: filed.slice(start, end).trim() }))
  return found.length > 0 ? found : [{ no: '1', text: filed.trim() }]
}

function proposed(found: readonly Claim[], asserted: string): readonly string[] {
  const named: readonly string[] = asserted.match(/\d+/g) ?? []
  const matching = found.filter(({ no }) => named.includes(no)).map(({ no }) => no)
  return matching.length > 0 ? matching : found.slice(0, 1).map(({ no }) => no)
}
