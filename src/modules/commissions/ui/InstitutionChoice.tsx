import { Form, Radio } from 'antd'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { listInstitutions } from '#modules/directory/contract/institutions.ts'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Field } from '#web/kit/Field.tsx'
import { useQuery } from '#web/useQuery.ts'

type Institution = OutputOf<typeof listInstitutions>['institutions'][number]

/** Institutions of the directory whose scope covers the right and the field chosen above, each with its scope. */
export function InstitutionChoice() {
  const type: unknown = Form.useWatch(['form', 'ipType'])
  const field: unknown = Form.useWatch(['form', 'field'])
  const asked = {
    ...(known(ipType.codes, type) ? { ipType: type } : {}),
    ...(known(ipType.codes, type) && known(technicalField.codes, field) ? { field } : {}),
  }
  const query = useQuery(listInstitutions, asked, { keep: true })
  return (
    <Field
      name="form.institutionId"
      clause="国知发保字〔2022〕32号#二（四）"
      help="只列名录内业务范围相符的机构；先在上面选好知识产权类型和技术领域"
    >
      <Chooser query={query} />
    </Field>
  )
}

interface ChooserProps {
  readonly query: ReturnType<typeof useQuery<typeof listInstitutions>>
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

function Chooser({ query, id, value, onChange }: ChooserProps) {
  return (
    <Answered query={query} what="名录">
      {({ institutions }) =>
        institutions.length === 0 ? (
          <p className="faint" id={id}>
            名录中没有业务范围相符的机构。请核对知识产权类型和技术领域。
          </p>
        ) : (
          <Radio.Group
            {...(id ? { id } : {})}
            aria-label="鉴定机构"
            className="institution-choice"
            value={value ?? null}
            onChange={({ target }) => onChange?.(String(target.value))}
          >
            {institutions.map((institution) => (
              <Radio key={institution.id} value={institution.id} disabled={institution.state === 'SUSPENDED'}>
                <Described institution={institution} />
              </Radio>
            ))}
          </Radio.Group>
        )
      }
    </Answered>
  )
}

function Described({ institution }: { readonly institution: Institution }) {
  const { name, directoryNo, scopes, state, personInCharge } = institution
  return (
    <>
      {name} <span className="number faint">{directoryNo}</span>
      <br />
      <span className="faint">
        业务范围：{scopes.map((scope) => scopeText(scope)).join('、')}；负责人 {personInCharge}
        {state === 'SUSPENDED' && '；暂停荐用'}
        {state === 'CHANGE_PENDING' && '；有变更事项待审核，暂不能受理'}
      </span>
    </>
  )
}

function scopeText({ ipType: type, field }: Institution['scopes'][number]): string {
  return field ? `${ipType.label(type)}（${technicalField.label(field)}）` : ipType.label(type)
}

function known<K extends string>(codes: readonly K[], code: unknown): code is K {
  return codes.some((each) => each === code)
}
