import { Button, Input } from 'antd'
import { refusalGround } from '#law/terms/admissibility.ts'
import { Choices } from '#web/kit/Choices.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { refuse, requestSupplement, withdraw } from '../contract/endpoints.ts'
import { useRows } from './useRows.ts'

interface DecisionDialogProps {
  readonly id: string
  readonly close: () => void
}

export function RequestSupplementDialog({ id, close }: DecisionDialogProps) {
  return (
    <Dialog title="要求补正" onClose={close} wide>
      <p className="intro">委托方会收到补正通知；补正期间受理期限停止计算，提交补正后继续计算。</p>
      <CommandForm
        endpoint={requestSupplement}
        fixed={{ id }}
        initial={{ items: [''] }}
        submit="发出补正通知"
        done={close}
      >
        <Wanted />
      </CommandForm>
    </Dialog>
  )
}

function Wanted() {
  const { count, add, remove } = useRows(['items'])
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its number; what was typed lies in the form
        <div key={at} className="row-block">
          <Field name={['items', at]} label={`需补正的内容 ${at + 1}`}>
            <Input.TextArea rows={2} maxLength={300} />
          </Field>
          {count > 1 && <Button onClick={() => remove(at)}>删去第 {at + 1} 项</Button>}
        </div>
      ))}
      <Button className="row-add" onClick={() => add('')}>
        再加一项
      </Button>
    </>
  )
}

export function RefuseDialog({ id, close }: DecisionDialogProps) {
  return (
    <Dialog title="不予受理" onClose={close} wide>
      <p className="intro">决定后委托方会收到不予受理通知书，材料按所写方式退还。决定不能撤销。</p>
      <CommandForm
        endpoint={refuse}
        fixed={{ id }}
        initial={{ grounds: [] }}
        submit="决定不予受理"
        done={close}
      >
        <Field name="grounds" clause="上海市司法鉴定管理条例#第24条">
          <Choices label="不予受理的情形" options={optionsOf(refusalGround)} />
        </Field>
        <Field name="explanation" clause="广东省司法鉴定管理条例#第27条">
          <Input.TextArea rows={3} maxLength={2000} />
        </Field>
        <Field name="materialsReturn" help="例如：当面退还、邮寄退还；没有收到材料的，写明没有材料">
          <Input maxLength={300} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function WithdrawDialog({ id, close }: DecisionDialogProps) {
  return (
    <Dialog title="撤回委托" onClose={close}>
      <p className="intro">撤回后这件委托即告结束，机构会收到通知。需要时可另行提出委托。</p>
      <CommandForm endpoint={withdraw} fixed={{ id }} submit="撤回委托" done={close}>
        <Field name="reason">
          <Input.TextArea rows={2} maxLength={500} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
