import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { provinces } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { useRows } from '#modules/commissions/ui/useRows.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup, FormPage } from '#web/kit/FormPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { describeNeed } from '../contract/selections.ts'
import '#modules/commissions/ui/commission.css'

const regions = Object.entries(provinces).map(([value, label]) => ({ value, label }))

/** The need of an authority: what is asked, where, and between whom. */
export function NewSelectionPage() {
  const navigate = useNavigate()
  return (
    <FormPage
      title="提出遴选需求"
      crumbs={[['/selections', '遴选']]}
      intro="平台按名录列出可以选定的机构，并说明其余机构未列入的原因。当事人和权利人只用于核查利害关系，只给选定的机构看，不公开。"
    >
      <CommandForm
        endpoint={describeNeed}
        initial={{ parties: ['', ''] }}
        submit="提出需求"
        said="遴选需求已提出"
        done={({ data }) => void navigate({ to: `/selections/${data.id}` })}
      >
        <FieldGroup title="案件">
          <Field name="caseNo" clause="明鉴平台规则#L-01">
            <Input maxLength={60} />
          </Field>
          <Field name="title">
            <Input maxLength={120} />
          </Field>
        </FieldGroup>
        <FieldGroup title="需要什么样的机构">
          <Field name="ipType" clause="国知发保字〔2022〕32号#二（四）3">
            <Select virtual={false} options={optionsOf(ipType)} />
          </Field>
          <Field name="field">
            <Select virtual={false} allowClear options={optionsOf(technicalField)} />
          </Field>
          <Field name="region">
            <Select virtual={false} allowClear options={regions} />
          </Field>
        </FieldGroup>
        <FieldGroup title="核查利害关系">
          <Parties />
          <Field name="rightHolder" clause="明鉴平台规则#L-04">
            <Input maxLength={200} />
          </Field>
        </FieldGroup>
      </CommandForm>
    </FormPage>
  )
}

function Parties() {
  const { count, add, remove } = useRows(['parties'])
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; what was typed lies in the form
        <div key={at} className="row-block">
          <Field name={['parties', at]} label={`当事人 ${at + 1}`}>
            <Input maxLength={120} />
          </Field>
          {count > 1 && <Button onClick={() => remove(at)}>删去当事人 {at + 1}</Button>}
        </div>
      ))}
      <Button className="row-add" onClick={() => add('')}>
        增加当事人
      </Button>
    </>
  )
}
