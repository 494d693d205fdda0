import { Input } from 'antd'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Field } from '#web/kit/Field.tsx'
import type { Possibilities } from '#web/useCan.ts'
import { approve, concur, returnDraft } from '../contract/review.ts'

type Decision = typeof approve | typeof concur | typeof returnDraft

const told = {
  'review.approve': '通过后，意见书转入签名和签发。复核意见经您签署存档。',
  'review.concur': '本案须多人复核。您签署后，由最后一名复核人办理通过。',
  'review.return': '退回后，主鉴定人须逐条答复未关闭的复核意见，再提交下一稿。',
} as const

/** What a reviewer decides, each with his signed view of procedure and substance. */
export function ReviewActions({ id, can }: { readonly id: string; readonly can: Possibilities }) {
  const show = useDialog()
  const decide = (endpoint: Decision) => () =>
    void show<void>((close) => <DecisionDialog id={id} endpoint={endpoint} close={() => close()} />)
  const several = can['review.concur']?.ok === true
  return (
    <>
      <ActionButton primary={!several} can={can['review.approve']} onPress={decide(approve)} />
      {several && <ActionButton primary can={can['review.concur']} onPress={decide(concur)} />}
      <ActionButton grave can={can['review.return']} onPress={decide(returnDraft)} />
    </>
  )
}

interface DecisionDialogProps {
  readonly id: string
  readonly endpoint: Decision
  readonly close: () => void
}

function DecisionDialog({ id, endpoint, close }: DecisionDialogProps) {
  const of = told[endpoint.id as keyof typeof told] // the three ids are the keys
  return (
    <Dialog title={endpoint.title} onClose={close}>
      <p>{of}</p>
      <CommandForm endpoint={endpoint} fixed={{ id }} submit={`签署并${endpoint.title}`} done={close}>
        <Field name="procedureView" clause="司法部令第132号#第35条">
          <Input.TextArea rows={3} maxLength={2000} />
        </Field>
        <Field name="technicalView">
          <Input.TextArea rows={3} maxLength={2000} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
