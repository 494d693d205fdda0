import type { ReactNode } from 'react'
import {
  appraiserChoice,
  commissionPurpose,
  deliveryMethod,
  partyRole,
  proceduralStage,
  urgency,
} from '#law/terms/commission-form.ts'
import { confidentiality } from '#law/terms/confidentiality.ts'
import { entrustingType } from '#law/terms/entrusting-type.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { materialArrival, materialCondition, materialKind } from '#law/terms/material.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { showFile } from '#modules/materials/contract/files.ts'
import { FileLink } from '#modules/materials/ui/FileLink.tsx'
import type { OutputOf } from '#web/call.ts'
import { Facts } from '#web/kit/Facts.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useQuery } from '#web/useQuery.ts'
import type { show } from '../contract/endpoints.ts'
import { GivenReasons } from './GivenReasons.tsx'

/** The commission form as it was submitted, to be read. */
export function FormView({ found }: { readonly found: OutputOf<typeof show> }) {
  const { form, entrusting, institution, submittedAt, formSha256, reasons } = found
  const { contact, right, accused, fee, delivery } = form
  const letter = <Letter id={form.letterFileId} />
  return (
    <>
      <Section title="鉴定事项">
        <ol className="numbered">
          {form.questions.map(({ no, text }, i) => (
            <li key={no}>
              {text}
              <GivenReasons reasons={reasons} of={`form.questions.${i}.`} />
            </li>
          ))}
        </ol>
      </Section>
      <Section title="委托方与程序">
        <Facts
          items={[
            ['委托方', entrusting],
            ['委托方类型', entrustingType.label(form.entrustingType)],
            ['统一社会信用代码', number(contact.unifiedSocialCreditCode)],
            ['经办人', `${contact.name}　${contact.phone}`],
            ['鉴定机构', institution],
            ['提交时间', number(shownTime(submittedAt))],
            ['案号', number(form.courtCaseNo)],
            ['质证笔录编号', number(form.crossExaminationRecordNo)],
            ['鉴定用途', commissionPurpose.label(form.purpose)],
            ['程序阶段', proceduralStage.label(form.proceduralStage)],
            ['重新鉴定', form.reappraisal ? '是' : '否'],
            ['联系地址', contact.address],
            ['基本案情', form.caseFacts, 'wide'],
          ]}
        />
        <GivenReasons reasons={reasons} of="form.contact." />
        <Parties parties={form.parties} />
        <GivenReasons reasons={reasons} of="form.parties." />
      </Section>
      <Section title="权利与被诉对象">
        <Facts
          items={[
            ['知识产权类型', ipType.label(form.ipType)],
            ['技术领域', technicalField.label(form.field)],
            ['权利编号', number(right.number)],
            ['权利名称', right.title],
            ['权利人', right.holder],
            ['法律状态日期', number(right.legalStatusDate)],
            ['主张的权利要求', right.assertedClaims],
            ['权利要求（全文）', official(right.claimText), 'wide'],
            ['被诉产品或方法', accused.name],
            ['描述', accused.description, 'wide'],
          ]}
        />
      </Section>
      <Section title="材料清单">
        <Materials materials={form.materials} />
        <Facts
          items={[
            ['送交方式', materialArrival.label(form.materialArrival)],
            ['保密级别', confidentiality.label(form.confidentiality)],
            ['委托函件', letter, 'wide'],
          ]}
        />
      </Section>
      <Section title="约定事项">
        <Facts
          items={[
            ['鉴定人的确定', appraiserChoice.label(form.appraiserChoice)],
            ['指定的鉴定人', form.namedAppraisers || undefined],
            ['回避请求', form.recusalRequest],
            ['鉴定期限', form.agreedWorkingDays ? `${form.agreedWorkingDays} 个工作日` : '按规定'],
            ['鉴定费交纳人', fee.payer],
            ['收费依据', fee.basis],
            ['终止时的退费约定', fee.refund],
            ['送达', `${deliveryMethod.label(delivery.method)}，${delivery.copies} 份`],
            ['送达地址', delivery.address],
            ['紧急程度', urgency.label(form.urgency)],
            ['其他约定', form.otherTerms || undefined, 'wide'],
            ['委托书摘要', digest(formSha256), 'wide'],
          ]}
        />
      </Section>
    </>
  )
}

function official(text: string): ReactNode {
  return <div className="official-text">{text}</div>
}

function digest(text: string): ReactNode {
  return (
    <>
      SHA-256 <code className="digest">{text}</code>
    </>
  )
}

type Form = OutputOf<typeof show>['form']

function number(text: string): ReactNode {
  return text && <span className="number">{text}</span>
}

function Parties({ parties }: { readonly parties: Form['parties'] }) {
  return (
    <Table
      caption="当事人"
      head={['当事人', '诉讼地位', '统一社会信用代码', '代理人']}
      rows={parties.map(({ name, role, unifiedSocialCreditCode, agent }) => [
        name,
        partyRole.label(role),
        number(unifiedSocialCreditCode) || '—',
        agent || '—',
      ])}
    />
  )
}

function Materials({ materials }: { readonly materials: Form['materials'] }) {
  return (
    <Table
      caption="材料清单"
      head={['材料', '种类', '数量', '状况', '唯一性标识', '保管与退还']}
      rows={materials.map(({ name, kind, quantity, condition, uniqueMark, disposal }) => [
        name,
        materialKind.label(kind),
        quantity,
        materialCondition.label(condition),
        uniqueMark || '—',
        disposal || '—',
      ])}
    />
  )
}

interface TableProps {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly ReactNode[])[]
}

function Table({ caption, head, rows }: TableProps) {
  return (
    <table className="listing">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a submitted form never move
          <tr key={at}>
            <th scope="row">{first}</th>
            {rest.map((cell, i) => (
              <td key={head[i + 1]} data-label={head[i + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Letter({ id }: { readonly id: string }) {
  const { data, error } = useQuery(showFile, { id })
  if (error) return <span className="faint">{error.problem.detail}</span>
  return data ? <FileLink file={data} /> : <span className="faint">正在读取…</span>
}
