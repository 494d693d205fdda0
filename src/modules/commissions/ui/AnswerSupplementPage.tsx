import { useNavigate, useParams } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup, FormPage } from '#web/kit/FormPage.tsx'
import { useQuery } from '#web/useQuery.ts'
import { answerSupplement, show } from '../contract/endpoints.ts'
import { CommissionFields } from './CommissionFields.tsx'

/** Completing a commission as intake asked: the whole form as it stands, to be set right. */
export function AnswerSupplementPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(show, { id })
  return (
    <Answered query={query} what="委托">
      {(found) => <Answering found={found} />}
    </Answered>
  )
}

function Answering({ found }: { readonly found: OutputOf<typeof show> }) {
  const { id, title, form: before, supplements } = found
  const [form] = Form.useForm()
  const navigate = useNavigate()
  const asked = supplements.at(-1)?.items ?? []
  return (
    <FormPage
      title="提交补正"
      crumbs={[
        ['/commissions', '委托'],
        [`/commissions/${id}`, title],
      ]}
      intro="请按要求改正或补充下面的委托书。提交后受理期限继续计算。"
    >
      <CommandForm
        endpoint={answerSupplement}
        fixed={{ id }}
        initial={{ form: before }}
        submit="提交补正"
        said="补正已提交"
        form={form}
        done={() => void navigate({ to: `/commissions/${id}` })}
      >
        <FieldGroup title="机构要求">
          <ol className="numbered">
            {asked.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
          <Field name="answer" help="逐项说明补正了什么">
            <Input.TextArea rows={3} maxLength={2000} />
          </Field>
        </FieldGroup>
        <CommissionFields matter={id} changed={() => {}} institutionFixed />
      </CommandForm>
    </FormPage>
  )
}
