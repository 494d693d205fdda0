import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { methodTier } from '#law/terms/commission-form.ts'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup, FormPage } from '#web/kit/FormPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { useQuery } from '#web/useQuery.ts'
import { savePlan, showPlan } from '../contract/plan.ts'
import { showTeam } from '../contract/team.ts'

type Plan = OutputOf<typeof showPlan>
type Team = OutputOf<typeof showTeam>

/** The lead appraiser writes the plan, a step at a time. */
export function PlanFormPage() {
  const { id = '' } = useParams({ strict: false })
  const plan = useQuery(showPlan, { id })
  const team = useQuery(showTeam, { id })
  return (
    <FormPage
      title="拟定鉴定方案"
      crumbs={[
        ['/cases', '案件'],
        [`/cases/${id}/plan`, '方案与记录'],
      ]}
      intro="每一步写明针对哪一项鉴定事项、做什么、用什么方法、依据什么标准。采用没有标准可依的方法或者外包检测的，保存后会征求委托方同意。"
    >
      <Answered query={plan} what="方案">
        {(found) => (
          <Answered query={team} what="鉴定组">
            {(people) => <PlanForm id={id} plan={found} team={people} />}
          </Answered>
        )}
      </Answered>
    </FormPage>
  )
}

function PlanForm({ id, plan, team }: { readonly id: string; readonly plan: Plan; readonly team: Team }) {
  const navigate = useNavigate()
  const [form] = Form.useForm()
  const [count, setCount] = useState(Math.max(plan.steps.length, 1))
  const back = () => void navigate({ to: `/cases/${id}/plan` })
  const steps = plan.steps.map(({ whoNames: _names, records: _records, waived: _waived, ...step }) => step)
  const people = team.members
    .filter(({ leftAt }) => leftAt === null)
    .map(({ accountId, name }) => ({ value: accountId, label: name }))
  const questions = plan.questions.map(({ no, text }) => ({ value: no, label: `${no}. ${text}` }))
  return (
    <CommandForm
      endpoint={savePlan}
      form={form}
      fixed={{ id, version: plan.version }}
      initial={{ steps: steps.length > 0 ? steps : [firstStep(plan)] }}
      submit="保存方案"
      beside={<Button onClick={back}>返回</Button>}
      done={back}
    >
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <FieldGroup key={index} title={`第${index + 1}步`}>
          <StepFields index={index} people={people} questions={questions} />
          {count > 1 && (
            <p className="step-remove">
              <Button danger onClick={() => replace(stepsNow().filter((_, at) => at !== index))}>
                删除第{index + 1}步
              </Button>
            </p>
          )}
        </FieldGroup>
      ))}
      <p className="step-remove">
        <Button onClick={() => replace([...stepsNow(), { methodTier: 'GROUP_STANDARD' }])}>增加一步</Button>
      </p>
    </CommandForm>
  )

  function stepsNow(): readonly object[] {
    return form.getFieldValue('steps') ?? []
  }

  /** Step numbers follow their place. */
  function replace(next: readonly object[]) {
    form.setFieldValue(
      'steps',
      next.map((step, index) => ({ ...step, no: index + 1 })),
    )
    setCount(next.length)
  }
}

function firstStep(
  plan: Plan,
): { no: number; questions: number[]; methodTier: 'GROUP_STANDARD' } & Placeholder {
  return { ...blank, no: 1, questions: plan.questions.map(({ no }) => no), methodTier: 'GROUP_STANDARD' }
}

const blank = { what: '', method: '', who: [] as string[], plannedOn: '' } // typed as the empty form it is
type Placeholder = typeof blank

interface StepFieldsProps {
  readonly index: number
  readonly people: readonly { value: string; label: string }[]
  readonly questions: readonly { value: number; label: string }[]
}

function StepFields({ index, people, questions }: StepFieldsProps) {
  const at = (field: string) => ['steps', index, field] as const
  return (
    <>
      <Field name={at('questions')} label="针对的鉴定事项">
        <Select mode="multiple" options={[...questions]} />
      </Field>
      <Field name={at('what')} label="做什么">
        <Input.TextArea rows={2} />
      </Field>
      <Field name={at('method')} label="方法">
        <Input.TextArea rows={2} />
      </Field>
      <Field name={at('methodTier')} label="方法依据的层级" clause="广东省司法鉴定管理条例#第34条">
        <Select options={optionsOf(methodTier)} />
      </Field>
      <Field name={at('standardNo')} label="标准编号">
        <Input />
      </Field>
      <Field name={at('standardTitle')} label="标准名称">
        <Input />
      </Field>
      <Field name={at('equipment')} label="仪器设备">
        <Input />
      </Field>
      <Field name={at('outsourcing')} label="外包的检测" help="没有外包的不填">
        <Input />
      </Field>
      <Field name={at('who')} label="执行人">
        <Select mode="multiple" options={[...people]} />
      </Field>
      <Field name={at('plannedOn')} label="计划日期">
        <Input type="date" />
      </Field>
    </>
  )
}
