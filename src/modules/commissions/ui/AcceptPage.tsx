import { useNavigate, useParams } from '@tanstack/react-router'
import { Checkbox, Input, Select } from 'antd'
import { appraisableMatter, excludedMatter } from '#law/terms/admissibility.ts'
import { lintQuestion } from '#law/wording/lint.ts'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup, FormPage } from '#web/kit/FormPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { useQuery } from '#web/useQuery.ts'
import { accept, show } from '../contract/endpoints.ts'
import { GivenReasons } from './GivenReasons.tsx'
import './commission.css'

/** Accepting: each check of the rules is one line that the clerk answers for. */
export function AcceptPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(show, { id })
  return (
    <Answered query={query} what="委托">
      {(found) => <Accepting found={found} />}
    </Answered>
  )
}

function Accepting({ found }: { readonly found: OutputOf<typeof show> }) {
  const { id, title, form, reasons } = found
  const navigate = useNavigate()
  return (
    <FormPage
      title="受理"
      crumbs={[
        ['/commissions', '委托'],
        [`/commissions/${id}`, title],
      ]}
      intro="受理后立即发出统一案件编码，固定本机构当日的资质，并通知委托方签订协议。"
    >
      <CommandForm
        endpoint={accept}
        fixed={{ id }}
        initial={{
          specialisedFact: false,
          conflictChecked: false,
          duplicateChecked: false,
          ...(form.ipType.startsWith('PATENT_') ? { matter: 'PATENT_COMPARISON' } : {}),
        }}
        submit="受理"
        said="已受理"
        done={() => void navigate({ to: `/commissions/${id}` })}
      >
        <FieldGroup title="鉴定事项">
          <ol className="numbered">
            {form.questions.map(({ no, text }, i) => (
              <li key={no}>
                {text}
                {lintQuestion(text)
                  .filter(({ severity }) => severity === 'legal')
                  .map(({ start, quote, reason }) => (
                    <p key={start} className="due-soon">
                      “{quote}”：{reason}
                    </p>
                  ))}
                <GivenReasons reasons={reasons} of={`form.questions.${i}.`} />
              </li>
            ))}
          </ol>
          <Field
            name="specialisedFact"
            label="专门性事实"
            clause="国知发保字〔2022〕32号#二（一）"
            valuePropName="checked"
          >
            <Checkbox>每一鉴定事项都是知识产权相关的专门性事实问题</Checkbox>
          </Field>
          <Field name="matter" label="属于哪一类可委托鉴定的事项" clause="法释〔2020〕12号#第19条">
            <Select options={optionsOf(appraisableMatter)} popupMatchSelectWidth={false} />
          </Field>
          <Field
            name="excluded"
            label="是否属于不委托鉴定的事项"
            clause="法〔2020〕202号#第1条"
            help="不属于的，留空；属于其中一类的，不得受理"
          >
            <Select allowClear placeholder="不属于" options={optionsOf(excludedMatter)} />
          </Field>
        </FieldGroup>
        <FieldGroup title="受理前核查">
          <Field
            name="conflictChecked"
            label="利害关系"
            clause="广东省司法鉴定管理条例#第32条"
            valuePropName="checked"
          >
            <Checkbox>已核查本机构与各方当事人没有利害关系</Checkbox>
          </Field>
          <Field name="duplicateChecked" label="重复委托" clause="明鉴平台规则#A-06" valuePropName="checked">
            <Checkbox>已核查同一事项没有在其他机构办理</Checkbox>
          </Field>
          <Field name="note">
            <Input.TextArea rows={2} maxLength={500} />
          </Field>
        </FieldGroup>
      </CommandForm>
    </FormPage>
  )
}
