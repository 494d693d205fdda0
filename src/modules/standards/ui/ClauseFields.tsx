import { Button, Checkbox, Input, Select } from 'antd'
import { clauseBearing } from '#law/terms/standard.ts'
import { useRows } from '#modules/commissions/ui/useRows.ts'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup } from '#web/kit/FormPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'

/** The clauses of a text, one group of fields each: number, heading, what it asks in own words, whom it binds. */
export function ClauseFields() {
  const { count, add, remove } = useRows(['clauses'])
  return (
    <>
      {Array.from({ length: count }, (_, at) => at).map((at) => (
        <FieldGroup key={at} title={`第 ${at + 1} 条`}>
          <Field name={['clauses', at, 'no']} label="条款号" help="没有见到正式文本的写 待确认-1">
            <Input />
          </Field>
          <Field name={['clauses', at, 'heading']} label="条款标题">
            <Input />
          </Field>
          <Field name={['clauses', at, 'says']} label="要点" help="用自己的话概括，不抄录标准正文">
            <Input.TextArea rows={2} />
          </Field>
          <Field name={['clauses', at, 'bearing']} label="条款对象" help="“机构条件与管理”的条款用于贯标">
            <Select options={optionsOf(clauseBearing)} />
          </Field>
          <Field name={['clauses', at, 'rules']} label="落实该条款的平台规则" help="规则代号，输入后回车">
            <Select mode="tags" open={false} />
          </Field>
          <Field name={['clauses', at, 'confirmed']} label="核实" valuePropName="checked">
            <Checkbox>已对照正式文本</Checkbox>
          </Field>
          <p>
            <Button danger onClick={() => remove(at)}>
              删除第 {at + 1} 条
            </Button>
          </p>
        </FieldGroup>
      ))}
      <p>
        <Button onClick={() => add({ bearing: 'APPRAISAL', confirmed: false, rules: [] })}>增加条款</Button>
      </p>
    </>
  )
}
