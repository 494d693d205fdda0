import { Form, Input, Radio, Select } from 'antd'
import { deliveryMethod } from '#law/terms/commission-form.ts'
import { institutionRecusalGround, personRecusalGround } from '#law/terms/recusal-ground.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup } from '#web/kit/FormPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { applyRecusal, decideRecusal, serveRecusalNotice } from '../contract/team.ts'
import type { Team } from './TeamPage.tsx'

interface RecusalDialogProps {
  readonly id: string
  readonly close: () => void
}

export function ServeNoticeDialog({ id, team, close }: RecusalDialogProps & { readonly team: Team }) {
  return (
    <Dialog title="告知鉴定组与回避权利" onClose={close}>
      <p className="intro">委托方会在平台内收到告知书；对各方当事人，请登记实际的送达方式和凭证。</p>
      <CommandForm
        endpoint={serveRecusalNotice}
        fixed={{ id }}
        initial={{
          served: team.parties.map((name) => ({ name, method: 'ELECTRONIC' as const, receipt: '' })),
        }}
        submit="告知"
        done={close}
      >
        {team.parties.map((name, index) => (
          <FieldGroup key={name} title={name}>
            <Field name={['served', index, 'method']} label="送达方式">
              <Select options={optionsOf(deliveryMethod)} />
            </Field>
            <Field name={['served', index, 'receipt']} label="送达凭证">
              <Input placeholder="邮件号、回执编号等" />
            </Field>
          </FieldGroup>
        ))}
      </CommandForm>
    </Dialog>
  )
}

export function ApplyRecusalDialog({ id, team, close }: RecusalDialogProps & { readonly team: Team }) {
  const [form] = Form.useForm()
  const target: unknown = Form.useWatch('accountId', form)
  const present = team.members.filter(({ leftAt }) => leftAt === null)
  const grounds: { value: string; label: string }[] = target
    ? optionsOf(personRecusalGround)
    : optionsOf(institutionRecusalGround)
  return (
    <Dialog title="申请回避" onClose={close}>
      <CommandForm endpoint={applyRecusal} fixed={{ id }} form={form} submit="提交申请" done={close}>
        <Field name="accountId" label="申请其回避" help="不选人员的，是申请整个鉴定机构回避">
          <Select
            allowClear
            placeholder="鉴定机构"
            options={present.map(({ accountId, name }) => ({ value: accountId, label: name }))}
            onChange={() => form.resetFields(['ground'])}
          />
        </Field>
        <Field name="ground" clause="广东省司法鉴定管理条例#第33条">
          <Select options={grounds} />
        </Field>
        <Field name="facts">
          <Input.TextArea rows={4} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function DecideRecusalDialog({
  id,
  recusalId,
  close,
}: RecusalDialogProps & { readonly recusalId: string }) {
  return (
    <Dialog title="决定回避申请" onClose={close}>
      <CommandForm endpoint={decideRecusal} fixed={{ id, recusalId }} submit="作出决定" done={close}>
        <Field name="granted" clause="上海市司法鉴定管理条例#第25条">
          <Radio.Group
            options={[
              { value: true, label: '准许回避' },
              { value: false, label: '驳回申请' },
            ]}
          />
        </Field>
        <Field name="decision">
          <Input.TextArea rows={4} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
