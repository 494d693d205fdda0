import { useNavigate } from '@tanstack/react-router'
import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { certainty } from '#law/terms/certainty.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { standardKind, standardLayer } from '#law/terms/standard.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup, FormPage } from '#web/kit/FormPage.tsx'
import { Labelled } from '#web/kit/Labelled.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { proposeStandard, recordDraft, recordStandard } from '../contract/standards.ts'
import { ClauseFields } from './ClauseFields.tsx'

const ways = [
  { value: 'record', label: '已经发布、现行有效的标准' },
  { value: 'propose', label: '准备制定的标准（立项）' },
  { value: 'draft', label: '别处公开的征求意见稿' },
] as const

type Way = (typeof ways)[number]['value']

/** Enters a standard: one that is in force, one that is planned, or a draft that others put before the public. */
export function EnterStandardPage() {
  const [way, setWay] = useState<Way>('record')
  const navigate = useNavigate()
  const done = ({ data }: { readonly data: { readonly slug: string } }) =>
    void navigate({ to: `/standards/${data.slug}` })
  return (
    <FormPage
      title="登记标准"
      crumbs={[['/standards', '标准登记']]}
      intro="没有见到正式文本的内容不要当作已知填写：把握程度选“待核实”，条款不勾选“已对照正式文本”。"
    >
      <Labelled label="登记的是">
        {(id) => (
          <Radio.Group
            id={id}
            options={[...ways]}
            value={way}
            onChange={({ target }) => setWay(target.value)}
          />
        )}
      </Labelled>
      {way === 'record' && (
        <CommandForm endpoint={recordStandard} submit="登记" done={done}>
          <Field name="number" clause="明鉴平台规则#S-01">
            <Input />
          </Field>
          <Field name="slug">
            <Input />
          </Field>
          <EntryFields />
          <Field name="issuedOn">
            <Input type="date" />
          </Field>
          <Field name="effectiveFrom">
            <Input type="date" />
          </Field>
          <FieldGroup title="条款">
            <ClauseFields />
          </FieldGroup>
        </CommandForm>
      )}
      {way === 'propose' && (
        <CommandForm endpoint={proposeStandard} submit="立项" done={done}>
          <Field name="slug">
            <Input />
          </Field>
          <EntryFields />
        </CommandForm>
      )}
      {way === 'draft' && (
        <CommandForm endpoint={recordDraft} submit="登记" done={done}>
          <Field name="slug">
            <Input />
          </Field>
          <EntryFields />
          <FieldGroup title="条款">
            <ClauseFields />
          </FieldGroup>
        </CommandForm>
      )}
    </FormPage>
  )
}

function EntryFields() {
  return (
    <>
      <Field name="title">
        <Input />
      </Field>
      <Field name="titleEn">
        <Input />
      </Field>
      <Field name="layer" clause="国知发保字〔2022〕32号#二（二）2">
        <Select options={optionsOf(standardLayer)} />
      </Field>
      <Field name="kind">
        <Select options={optionsOf(standardKind)} />
      </Field>
      <Field name="ipTypes">
        <Select mode="multiple" virtual={false} options={optionsOf(ipType)} />
      </Field>
      <Field name="region">
        <Input inputMode="numeric" maxLength={6} />
      </Field>
      <Field name="proposer">
        <Input />
      </Field>
      <Field name="draftingUnits" help="输入后回车">
        <Select mode="tags" open={false} />
      </Field>
      <Field name="certainty">
        <Select options={optionsOf(certainty)} />
      </Field>
      <Field name="basis">
        <Input.TextArea rows={3} />
      </Field>
    </>
  )
}
