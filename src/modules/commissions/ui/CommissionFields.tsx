import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { checkCourtCaseNumber } from '#law/identifiers/court-case-number.ts'
import { checkPatentNumber } from '#law/identifiers/patent-number.ts'
import { checkUnifiedSocialCreditCode } from '#law/identifiers/unified-social-credit-code.ts'
import {
  appraiserChoice,
  commissionPurpose,
  deliveryMethod,
  proceduralStage,
  urgency,
} from '#law/terms/commission-form.ts'
import { confidentiality } from '#law/terms/confidentiality.ts'
import { entrustingType } from '#law/terms/entrusting-type.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { materialArrival } from '#law/terms/material.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { entrustingTypesOfKind } from '#modules/identity/rules.ts'
import { FileDrop } from '#modules/materials/ui/FileDrop.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup } from '#web/kit/FormPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { useSession } from '#web/session.tsx'
import { needsCourtCaseNumber } from '../rules/submission.ts'
import { CheckedNumber } from './CheckedNumber.tsx'
import { InstitutionChoice } from './InstitutionChoice.tsx'
import { Questions } from './Questions.tsx'
import { Materials, Parties } from './RepeatedRows.tsx'
import './commission.css'

const GUANGDONG_30 = '广东省司法鉴定管理条例#第30条'

interface CommissionFieldsProps {
  /** The draft or commission that files are uploaded for. */
  readonly matter: string
  /** Called where fields change without being typed into. */
  readonly changed: () => void
  /** A commission that was submitted stays with its institution. */
  readonly institutionFixed?: true
}

/** All fields of §7.1 in their groups, for a new commission and for completing one. Names begin with `form.`. */
export function CommissionFields({ matter, changed, institutionFixed }: CommissionFieldsProps) {
  return (
    <>
      <Proceedings changed={changed} />
      <Right />
      <FieldGroup title="被诉对象">
        <Field name="form.accused.name">
          <Input maxLength={200} />
        </Field>
        <Field name="form.accused.description" help="结构、组成、步骤或外观，按实物或材料如实描述，不作评价">
          <Input.TextArea rows={3} />
        </Field>
      </FieldGroup>
      <FieldGroup title="鉴定事项">
        <Questions changed={changed} />
        {!institutionFixed && <InstitutionChoice />}
        <Field name="form.appraiserChoice" label="鉴定人的确定">
          <Select options={optionsOf(appraiserChoice)} />
        </Field>
        <Field name="form.namedAppraisers" help="委托方指定鉴定人的，写明姓名">
          <Input maxLength={200} />
        </Field>
        <Field name="form.recusalRequest" help="认为有关人员应当回避的，写明姓名和理由">
          <Input.TextArea rows={2} maxLength={500} />
        </Field>
        <Field name="form.agreedWorkingDays" help="另有约定的填写；不填则按规定的期限">
          <InputNumber min={1} max={365} />
        </Field>
      </FieldGroup>
      <FieldGroup title="材料清单">
        <Materials changed={changed} />
        <Field name="form.materialArrival" label="送交方式">
          <Select options={optionsOf(materialArrival)} />
        </Field>
        <Field name="form.confidentiality" label="保密级别">
          <Select options={optionsOf(confidentiality)} />
        </Field>
      </FieldGroup>
      <FeeAndDelivery />
      <FieldGroup title="声明与委托函件">
        <Field name="form.letterFileId" clause={GUANGDONG_30} help="盖章后的委托函扫描件，PDF 或图片">
          <FileDrop what="委托函件的扫描件" matter={matter} accept=".pdf,.png,.jpg,.jpeg" />
        </Field>
        <Declaration name="lawfulMaterials" label="声明：材料" clause="明鉴平台规则#A-05">
          所送材料真实，来源合法
        </Declaration>
        <Declaration name="lawfulUse" label="声明：用途" clause="明鉴平台规则#A-05">
          鉴定意见只用于所填用途
        </Declaration>
        <Declaration name="notElsewhere" label="声明：不重复委托" clause="明鉴平台规则#A-05">
          同一事项没有同时委托其他机构
        </Declaration>
        <Declaration name="noStateSecrets" label="声明：国家秘密" clause="明鉴平台规则#T-11">
          材料不含国家秘密
        </Declaration>
      </FieldGroup>
    </>
  )
}

function Proceedings({ changed }: Pick<CommissionFieldsProps, 'changed'>) {
  const { organisation } = useSession()
  const type: unknown = Form.useWatch(['form', 'entrustingType'])
  return (
    <FieldGroup title="委托方与程序">
      <Field name="form.title" help="例如：快速锁紧接头实用新型专利技术特征比对">
        <Input maxLength={120} />
      </Field>
      <Field name="form.entrustingType" label="委托方类型">
        <Select options={optionsOf(entrustingType, entrustingTypesOfKind[organisation.kind])} />
      </Field>
      <CheckedNumber
        name="form.contact.unifiedSocialCreditCode"
        clause={GUANGDONG_30}
        check={checkUnifiedSocialCreditCode}
        maxLength={18}
      />
      <Field name="form.contact.name">
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="form.contact.phone">
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Field>
      <Field name="form.contact.address">
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <Field name="form.purpose" label="鉴定用途">
        <Select options={optionsOf(commissionPurpose)} />
      </Field>
      <Field name="form.proceduralStage" label="程序阶段">
        <Select options={optionsOf(proceduralStage)} />
      </Field>
      <CheckedNumber
        name="form.courtCaseNo"
        clause="法释〔2019〕19号#第32条"
        check={checkCourtCaseNumber}
        help="新旧案号均可，括号半角全角均可"
        maxLength={60}
        required={needsCourtCaseNumber(type)}
      />
      <Field name="form.crossExaminationRecordNo">
        <Input maxLength={60} />
      </Field>
      <Field name="form.caseFacts">
        <Input.TextArea rows={4} maxLength={5000} />
      </Field>
      <Field name="form.reappraisal" label="重新鉴定" valuePropName="checked">
        <Checkbox>同一事项已有鉴定意见，现委托重新鉴定</Checkbox>
      </Field>
      <Parties changed={changed} />
    </FieldGroup>
  )
}

function Right() {
  const type = Form.useWatch(['form', 'ipType'])
  const patent = typeof type === 'string' && type.startsWith('PATENT_')
  return (
    <FieldGroup title="权利">
      <Field name="form.ipType" label="知识产权类型">
        <Select options={optionsOf(ipType)} showSearch optionFilterProp="label" />
      </Field>
      <Field name="form.field" label="技术领域">
        <Select options={optionsOf(technicalField)} showSearch optionFilterProp="label" />
      </Field>
      <CheckedNumber
        name="form.right.number"
        {...(patent ? { check: checkPatentNumber } : {})}
        help={patent ? '专利号连同小数点后的校验位，例如 ZL201810557067.3' : '证书或登记簿上的编号'}
        maxLength={40}
      />
      <Field name="form.right.title">
        <Input maxLength={200} />
      </Field>
      <Field name="form.right.holder">
        <Input maxLength={200} />
      </Field>
      <Field name="form.right.legalStatusDate" help="查询权利状态的日期">
        <Input type="date" />
      </Field>
      <Field name="form.right.claimText" help="按授权文本逐字录入，一字不改">
        <Input.TextArea rows={5} className="official-text" />
      </Field>
      <Field name="form.right.assertedClaims" help="例如：权利要求1、3">
        <Input maxLength={60} />
      </Field>
    </FieldGroup>
  )
}

function FeeAndDelivery() {
  return (
    <FieldGroup title="费用与送达">
      <Field name="form.fee.payer" clause={GUANGDONG_30}>
        <Input maxLength={120} />
      </Field>
      <Field name="form.fee.basis">
        <Input maxLength={200} />
      </Field>
      <Field name="form.fee.refund">
        <Input maxLength={300} />
      </Field>
      <Field name="form.delivery.method" label="送达方式">
        <Select options={optionsOf(deliveryMethod)} />
      </Field>
      <Field name="form.delivery.address">
        <Input maxLength={200} />
      </Field>
      <Field name="form.delivery.copies">
        <InputNumber min={1} max={20} />
      </Field>
      <Field name="form.urgency" label="紧急程度">
        <Select options={optionsOf(urgency)} />
      </Field>
      <Field name="form.otherTerms">
        <Input.TextArea rows={2} maxLength={1000} />
      </Field>
    </FieldGroup>
  )
}

interface DeclarationProps {
  readonly name: string
  readonly label: string
  readonly clause: string
  readonly children: string
}

function Declaration({ name, label, clause, children }: DeclarationProps) {
  return (
    <Field name={`form.declarations.${name}`} label={label} clause={clause} valuePropName="checked">
      <Checkbox>{children}</Checkbox>
    </Field>
  )
}
