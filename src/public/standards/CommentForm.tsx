import type { FieldIssue } from '#kernel/problem.ts'

interface CommentFormProps {
  readonly id: string
  readonly typed: Readonly<Record<string, string>>
  readonly issues: readonly FieldIssue[]
}

const fields = [
  { name: 'name', label: '姓名或者单位', help: '随意见公开', max: 60, required: true },
  { name: 'contact', label: '联系方式（选填）', help: '只供起草单位回问，不公开', max: 80, required: false },
  { name: 'clause', label: '条款号（选填）', help: '针对全文的可以不填', max: 20, required: false },
] as const

/** A plain form: it works without script, and what was typed stays where it was refused. */
export function CommentForm({ id, typed, issues }: CommentFormProps) {
  const fault = (name: string) => issues.find(({ path }) => path === name)?.detail
  return (
    <form className="form" action={`/consultations/${id}`} method="post">
      {fields.map(({ name, label, help, max, required }) => (
        <p className="field" key={name}>
          <label htmlFor={name}>{label}</label>
          <Beside name={name} help={help} fault={fault(name)} />
          <input
            id={name}
            name={name}
            defaultValue={typed[name] ?? ''}
            maxLength={max}
            required={required}
            aria-invalid={fault(name) ? true : undefined}
            aria-describedby={`${name}-help${fault(name) ? ` ${name}-fault` : ''}`}
          />
        </p>
      ))}
      <p className="field">
        <label htmlFor="text">意见和理由</label>
        <Beside name="text" help="至少5字，最多2000字；随意见公开" fault={fault('text')} />
        <textarea
          id="text"
          name="text"
          rows={6}
          maxLength={2000}
          required
          defaultValue={typed.text ?? ''}
          aria-invalid={fault('text') ? true : undefined}
          aria-describedby={`text-help${fault('text') ? ' text-fault' : ''}`}
        />
      </p>
      <button type="submit">提交意见</button>
    </form>
  )
}

interface BesideProps {
  readonly name: string
  readonly help: string
  readonly fault: string | undefined
}

function Beside({ name, help, fault }: BesideProps) {
  return (
    <>
      <span className="help" id={`${name}-help`}>
        {help}
      </span>
      {fault && (
        <strong className="fault" id={`${name}-fault`}>
          {fault}
        </strong>
      )}
    </>
  )
}
