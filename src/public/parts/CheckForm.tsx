import type { FieldIssue } from '#kernel/problem.ts'

interface CheckFormProps {
  /** As typed before; the code never is kept, it is the secret of the two. */
  readonly number?: string | undefined
  readonly issues?: readonly FieldIssue[]
}

/** Number and code as they stand on the cover of an opinion. A plain GET form: the answer has an address, as the QR code does. */
export function CheckForm({ number = '', issues = [] }: CheckFormProps) {
  const of = (path: string) => issues.find((issue) => issue.path === path)?.detail
  return (
    <form className="form" action="/check" method="get">
      <Field
        name="number"
        label="意见书编号"
        value={number}
        help="如 甲鉴[2026]知鉴字第1号"
        fault={of('number')}
      />
      <Field name="code" label="验证码" value="" help="印在意见书封面，编号的下方" fault={of('code')} />
      <button type="submit">核对</button>
    </form>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly help: string
  readonly fault: string | undefined
}

function Field({ name, label, value, help, fault }: FieldProps) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <span className="help" id={`${name}-help`}>
        {help}
      </span>
      {fault && (
        <strong className="fault" id={`${name}-fault`}>
          {fault}
        </strong>
      )}
      <input
        id={name}
        name={name}
        defaultValue={value}
        maxLength={60}
        required
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-help ${name}-fault` : `${name}-help`}
      />
    </p>
  )
}
