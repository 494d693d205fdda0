import { Form, Input, Select } from 'antd'
import { confidentiality } from '#law/terms/confidentiality.ts'
import { materialArrival, materialCondition, materialKind } from '#law/terms/material.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { registerMaterial } from '../contract/materials.ts'
import { BeijingTimeInput } from './BeijingTimeInput.tsx'
import { CaseFileChoice } from './CaseFileChoice.tsx'

interface RegisterMaterialDialogProps {
  readonly caseId: string
  readonly staff: readonly { readonly accountId: string; readonly name: string }[]
  readonly now: string
  readonly close: () => void
}

/** T-01: what is noted at the counter when material arrives. */
export function RegisterMaterialDialog({ caseId, staff, now, close }: RegisterMaterialDialogProps) {
  const [form] = Form.useForm()
  const arrival = Form.useWatch('arrival', form)
  return (
    <Dialog title="登记材料" onClose={close} wide>
      <CommandForm
        endpoint={registerMaterial}
        fixed={{ id: caseId }}
        initial={{ receivedAt: now, condition: 'INTACT_SEALED', arrival: 'IN_PERSON' }}
        submit="登记并通知委托方确认"
        done={close}
        form={form}
      >
        <Field name="name">
          <Input maxLength={200} />
        </Field>
        <Field name="kind">
          <Select options={optionsOf(materialKind)} />
        </Field>
        <Field name="quantity" help="如：1件、1份12页" clause="上海市司法鉴定管理条例#第22条">
          <Input maxLength={40} />
        </Field>
        <Field name="condition" label="材料状况">
          <Select options={optionsOf(materialCondition)} />
        </Field>
        <Field name="uniqueMark" help="封条号、序列号、样品编号">
          <Input maxLength={120} />
        </Field>
        <Field name="preservation" help="如：检材库3号柜，常温">
          <Input maxLength={200} />
        </Field>
        <Field name="arrival" label="送交方式">
          <Select options={optionsOf(materialArrival)} />
        </Field>
        {arrival === 'THIRD_PARTY_CARRIER' && (
          <>
            <Field name="mandate" clause="广东省司法鉴定管理条例#第28条">
              <Input maxLength={200} />
            </Field>
            <Field name="seal">
              <Input maxLength={200} />
            </Field>
          </>
        )}
        {arrival === 'ON_SITE_COLLECTION' && (
          <>
            <Field name="collectedBy" clause="司法部令第132号#第24条">
              <Select
                mode="multiple"
                options={staff.map(({ accountId, name }) => ({ value: accountId, label: name }))}
              />
            </Field>
            <Field name="witness">
              <Input maxLength={120} />
            </Field>
          </>
        )}
        <Field name="providedBy" help="单位和交付人">
          <Input maxLength={200} />
        </Field>
        <Field name="receivedAt">
          <BeijingTimeInput />
        </Field>
        <Field name="confidentiality" help="不选则同案件的保密级别">
          <Select allowClear options={optionsOf(confidentiality)} />
        </Field>
        <Field name="fileIds" label="电子文件">
          <CaseFileChoice caseId={caseId} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
