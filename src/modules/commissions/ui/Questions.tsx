import { Button, Form, Input } from 'antd'
import { lintQuestion, type WordingHit } from '#law/wording/lint.ts'
import { Field } from '#web/kit/Field.tsx'
import { useRows } from './useRows.ts'

const PATH = ['form', 'questions']

/** Numbered questions; wording that asks for a legal judgement is told at once, with a factual form to take over. */
export function Questions({ changed }: { readonly changed: () => void }) {
  const { count, add, remove } = useRows(PATH, { changed, arranged: numbered })
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question is its number; what was typed lies in the form
        <div key={at} className="row-block">
          <Question at={at} changed={changed} />
          {count > 1 && <Button onClick={() => remove(at)}>删去第 {at + 1} 项</Button>}
        </div>
      ))}
      <Button className="row-add" onClick={() => add({})}>
        增加一个鉴定事项
      </Button>
    </>
  )
}

function numbered(rows: unknown[]): unknown[] {
  return rows.map((row, i) => ({ ...(typeof row === 'object' ? row : {}), no: i + 1 }))
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
        <Input.TextArea rows={2} maxLength={500} />
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
