import { Button, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { FieldIssue } from '#kernel/problem.ts'
import type { Answer, InputOf, OutputOf } from '../call.ts'
import { type FieldName, pathOf, withoutBlanks } from '../input-schema.ts'
import { useCommand } from '../useCommand.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { FieldContext } from './Field.tsx'
import { ProblemPanel } from './ProblemPanel.tsx'

export interface CommandFormProps<E extends Endpoint> {
  readonly endpoint: E
  /** Parts of the input that the person does not type: path ids. */
  readonly fixed?: Partial<InputOf<E>>
  readonly initial?: Partial<InputOf<E>>
  /** Words of the one primary button. */
  readonly submit: string
  readonly done?: (answer: Answer<OutputOf<E>>) => void
  readonly said?: string | false
  /** Every change, with what was typed so far: for drafts (`useDraft`). */
  readonly onEdit?: (values: Partial<InputOf<E>>) => void
  /** To set fields from outside (paste, import): `const [form] = Form.useForm()`. */
  readonly form?: FormInstance
  /** Stands beside the primary button: cancel, draft status. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/**
 * A form for one command. The contract gives labels, help and checks; refusals of the server go to their field and to
 * the summary at the top, which takes the focus.
 */
export function CommandForm<E extends Endpoint>(props: CommandFormProps<E>) {
  const { endpoint, fixed = {}, initial, submit, done, said, onEdit, beside, children } = props
  const [form] = Form.useForm(props.form)
  const [objections, setObjections] = useState<readonly FieldIssue[]>([])
  const labels = useRef(new Map<string, string>()).current
  const deed = useCommand(endpoint, { ...(done ? { done } : {}), ...(said !== undefined ? { said } : {}) })
  const violations = deed.problem?.violations ?? []
  // what the server objects to in a field reads like what the form itself objects to
  const refused = deed.problem?.issues.length ? undefined : deed.problem
  const way = (path: string) => {
    const known = [...labels.keys()].find((key) => key === path || key.startsWith(`${path}.`))
    return known === undefined ? undefined : () => goTo(form, known)
  }

  useEffect(() => {
    for (const { path, detail } of deed.problem?.issues ?? [])
      form.setFields([{ name: [...pathOf(path)], errors: [detail] }])
  }, [deed.problem, form])

  async function send(): Promise<void> {
    const input = { ...(withoutBlanks(form.getFieldsValue(true)) as object), ...fixed } // an object stays an object
    const parsed = endpoint.input.safeParse(input)
    if (!parsed.success)
      return setObjections(
        parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), detail: message })),
      )
    setObjections([])
    await deed.run(input as InputOf<E>) // the contract has just accepted it
  }

  return (
    <FieldContext value={{ schema: endpoint.input, fixed, violations, labels }}>
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError={false}
        requiredMark="optional"
        {...(initial ? { initialValues: initial } : {})}
        onValuesChange={(_, values) => onEdit?.(values)}
        onFinish={() => void send()}
        onFinishFailed={({ errorFields }) => {
          deed.dismiss()
          setObjections(
            errorFields.map(({ name, errors }) => ({ path: name.join('.'), detail: errors[0] ?? '' })),
          )
        }}
      >
        {refused && <ProblemPanel problem={refused} way={way} />}
        {!refused && <ErrorSummary issues={deed.problem?.issues ?? objections} labels={labels} way={way} />}
        {children}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={deed.pending}>
            {submit}
          </Button>
          {beside}
        </div>
      </Form>
    </FieldContext>
  )
}

function goTo(form: FormInstance, path: FieldName): void {
  const name = [...pathOf(path)]
  form.scrollToField(name, { focus: true, block: 'center' })
  // a group of boxes or buttons takes no focus itself: its first one does
  const field = document.getElementById(name.join('_'))
  if (field && !field.contains(document.activeElement))
    field.querySelector<HTMLElement>('input, button, textarea')?.focus()
}
