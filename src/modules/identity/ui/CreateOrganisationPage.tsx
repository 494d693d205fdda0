import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { entrustingType } from '#law/terms/entrusting-type.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FormPage } from '#web/kit/FormPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { createOrganisation, type OrganisationKind, organisationKind } from '../contract.ts'
import { entrustingTypesOfKind } from '../rules.ts'

/** Enters an organisation; its people get their accounts afterwards. */
export function CreateOrganisationPage() {
  const navigate = useNavigate()
  const [form] = Form.useForm<{ kind?: OrganisationKind }>()
  const kind = Form.useWatch('kind', form)
  const entrustingTypes = kind ? entrustingTypesOfKind[kind] : []
  return (
    <FormPage title="登记单位" crumbs={[['/organisations', '单位']]}>
      <CommandForm
        endpoint={createOrganisation}
        form={form}
        submit="登记单位"
        done={({ data }) => void navigate({ to: '/accounts', search: { organisation: data.organisationId } })}
      >
        <Field name="kind">
          <Select options={optionsOf(organisationKind)} placeholder="请选择" />
        </Field>
        <Field name="name" help="与登记证书上的全称一致">
          <Input />
        </Field>
        <Field name="unifiedSocialCreditCode" help="18 位，对照登记证书填写" clause="明鉴平台规则#H-01">
          <Input />
        </Field>
        <Field name="region" help="6 位数字，如 110000 北京市">
          <Input inputMode="numeric" maxLength={6} />
        </Field>
        {entrustingTypes.length > 1 && (
          <Field name="entrustingType" label="委托方类型" help="只作为其中一种委托时选择；不选则委托时再定">
            <Select
              allowClear
              options={optionsOf(entrustingType, entrustingTypes)}
              placeholder="委托时再定"
            />
          </Field>
        )}
      </CommandForm>
    </FormPage>
  )
}
