import { Button, Form, Input } from 'antd'
import { lintQuestion, type WordingHit } from '#law/wording/lint.ts'
import { Field } from '#web/kit/Field.tsx'

const PATH = ['form', 'questions']

/** Numbered questions; wording that asks for a legal judgement is told at once, with a factual form to take over. */
export function Questions({ changed }: { readonly changed: () => void }) {
  const form = Form.useFormInstance()

  function renumber(): void {
    const rows: unknown = form.getFieldValue(PATH)
    if (!Array.isArray(rows)) return
    form.setFieldValue(
      PATH,
      rows.map((row: object, i) => ({ ...row, no: i + 1 })),
    )
    changed()
  }

  return (
    <Form.List name={PATH}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className="row-block">
              <Question at={name} changed={changed} />
              {rows.length > 1 && (
                <Button
                  onClick={() => {
                    remove(name)
                    renumber()
                  }}
                >
                  删去第 {name + 1} 项
                </Button>
              )}
            </div>
          ))}
          <Button
            className="row-add"
            onClick={() => {
              add({ no: rows.length + 1 })
              changed()
            }}
          >
            增加一个鉴定事项
          </Button>
        </>
      )}
    </Form.List>
  )
}

function Question({ at, changed }: { readonly at: number; readonly changed: () => void }) {
  const form = Form.useFormInstance()
  const path = [...PATH, at, 'text']
  const text: unknown = Form.useWatch(path)
  const hits = typeof text === 'string' ? lintQuestion(text) : []
  const legal = hits.filter(({ severity }) => severity === 'legal')
  const cautions = hits.filter(({ severity }) => severity === 'caution')
  return (
    <>
      <Field
        name={path}
        label={`鉴定事项 ${at + 1}`}
        clause="国知发保字〔2022〕32号#二（一）"
        help="只问专门性事实问题，一项一问"
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
      <div role="status">
        {legal[0] && (
          <Flagged
            hit={legal[0]}
            take={(proposal) => {
              form.setFieldValue(path, proposal)
              changed()
            }}
          />
        )}
        {!legal[0] && cautions[0] && (
          <p className="faint">
            留意“{cautions[0].quote}”：{cautions[0].reason}
          </p>
        )}
      </div>
    </>
  )
}

interface FlaggedProps {
  readonly hit: WordingHit
  readonly take: (proposal: string) => void
}

function Flagged({ hit: { quote, reason, proposal }, take }: FlaggedProps) {
  return (
    <div className="wording-flag">
      <p>
        <strong>“{quote}”</strong>：{reason}
      </p>
      <p>可改为：{proposal}</p>
      <p>
        <Button onClick={() => take(proposal)}>改为这一表述</Button>{' '}
        <span className="faint">也可以保留原表述，提交时写明理由，理由随委托留痕。</span>
      </p>
    </div>
  )
}
