import { Form, Input, InputNumber, Radio } from 'antd'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { recordFee } from '../contract/agreement.ts'

/** The advance in yuan as people count it; the record is in fen. */
export function FeeDialog({ id, close }: { readonly id: string; readonly close: () => void }) {
  const [form] = Form.useForm()
  const outcome: unknown = Form.useWatch('outcome', form) ?? 'PREPAID'
  return (
    <Dialog title="登记鉴定费预交" onClose={close}>
      <CommandForm
        endpoint={recordFee}
        fixed={{ id }}
        form={form}
        initial={{ outcome: 'PREPAID' }}
        submit="登记"
        done={close}
      >
        <Field name="outcome" clause="广东省司法鉴定管理条例#第30条">
          <Radio.Group
            options={[
              { value: 'PREPAID', label: '已预交' },
              { value: 'WAIVED', label: '免予预交' },
            ]}
          />
        </Field>
        {outcome === 'WAIVED' ? (
          <Field name="reason">
            <Input.TextArea rows={3} />
          </Field>
        ) : (
          <>
            <Field name="amountFen" label="预交金额（元）">
              <Yuan />
            </Field>
            <Field name="receiptNo">
              <Input />
            </Field>
          </>
        )}
      </CommandForm>
    </Dialog>
  )
}

interface YuanProps {
  readonly id?: string
  /** Fen. */
  readonly value?: number | null
  readonly onChange?: (fen: number | null) => void
}

function Yuan({ id, value, onChange }: YuanProps) {
  return (
    <InputNumber
      {...(id ? { id } : {})}
      min={0.01}
      precision={2}
      style={{ width: 200 }}
      value={value === null || value === undefined ? null : value / 100}
      onChange={(yuan) => onChange?.(yuan === null ? null : Math.round(yuan * 100))}
    />
  )
}
