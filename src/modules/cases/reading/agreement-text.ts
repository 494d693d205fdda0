import { createHash } from 'node:crypto'
import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import { commissionPurpose, deliveryMethod, partyRole } from '#law/terms/commission-form.ts'
import { institutionRecusalGround, personRecusalGround } from '#law/terms/recusal-ground.ts'
import type { AgreementSection } from '../rules/agreement.ts'
import { limitOf } from '../rules/main-clock.ts'
import { type CaseRow, type FormOfCase, formOfCase } from '../store.ts'

export interface Agreement {
  readonly sections: readonly AgreementSection[]
  readonly sha256: string
}

/** The agreement of a case, made from the commission form: the same text whenever it is asked for (A-08). */
export async function agreementOf(db: ReadDb, row: CaseRow): Promise<Agreement> {
  const form = await formOfCase(db, row.id)
  const names = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', [row.entrusting_organisation_id, row.institution_id])
    .execute()
  const nameOf = (id: string) => names.find((each) => each.id === id)?.name ?? ''
  const sections = agreementSections(row, form, {
    client: nameOf(row.entrusting_organisation_id),
    institution: nameOf(row.institution_id),
  })
  return { sections, sha256: createHash('sha256').update(JSON.stringify(sections)).digest('hex') }
}

function agreementSections(
  row: CaseRow,
  form: FormOfCase,
  { client, institution }: { readonly client: string; readonly institution: string },
): readonly AgreementSection[] {
  const limit = limitOf(row, beijingDate(row.opened_at))
  return [
    {
      heading: '双方与案件',
      lines: [
        `委托方：${client}（经办人${form.contact.name}，${form.contact.phone}，${form.contact.address}）`,
        `鉴定机构：${institution}`,
        `统一案件编码：${row.code}`,
        ...(form.courtCaseNo === '' ? [] : [`案号：${form.courtCaseNo}`]),
        ...form.parties.map(({ name, role }) => `当事人：${name}（${partyRole.label(role)}）`),
      ],
    },
    {
      heading: '鉴定事项、用途和要求',
      lines: [
        ...form.questions.map(({ no, text }) => `${no}. ${text}`),
        `用途：${commissionPurpose.label(form.purpose)}`,
        form.reappraisal ? '本次为重新鉴定' : '本次不是重新鉴定',
      ],
    },
    {
      heading: '鉴定期限',
      lines: [
        `自协议生效次日起${limit.days}个工作日；${limit.basis}`,
        '补充或者重新提取材料、中止的时间不计入',
      ],
    },
    { heading: '基本案情', lines: [form.caseFacts] },
    {
      heading: '鉴定材料的提供、保管和退还',
      lines: form.materials.map(
        ({ name, quantity, disposal }) => `${name}，${quantity}${disposal === '' ? '' : `；${disposal}`}`,
      ),
    },
    {
      heading: '鉴定费用',
      lines: [
        `交纳人：${form.fee.payer}`,
        `项目、标准与收取方式：${form.fee.basis}；预交金额以登记的收据为准`,
        `终止鉴定时的退费：${form.fee.refund}`,
        '鉴定人出庭的费用不在鉴定费之内，由申请出庭的一方按规定预交',
      ],
    },
    {
      heading: '风险提示',
      lines: [
        '鉴定意见属于证据，是否采信由办案机关或者仲裁机构审查判断；鉴定意见可能不利于委托方',
        '材料不足、方法所限或者检验需要，可能导致鉴定中止、终止或者检材耗损；耗损前另行取得书面同意',
      ],
    },
    {
      heading: '回避',
      lines: [
        `鉴定人应当回避的情形：${Object.values(personRecusalGround.labels).join('；')}`,
        `机构应当回避的情形：${Object.values(institutionRecusalGround.labels).join('；')}`,
        '鉴定组名单确定后书面告知，委托方可在告知期内申请回避，由机构负责人决定；不服的可以撤回委托',
        ...(form.recusalRequest === '' ? [] : [`委托方预先提出的回避请求：${form.recusalRequest}`]),
      ],
    },
    {
      heading: '意见书的送达',
      lines: [
        `${deliveryMethod.label(form.delivery.method)}，${form.delivery.address}，一式${form.delivery.copies}份`,
      ],
    },
    {
      heading: '双方的权利和义务',
      lines: [
        '委托方对材料的真实、完整、合法负责，不得明示或者暗示鉴定结果，按约定交纳费用并配合鉴定',
        '鉴定机构依法独立、客观、公正鉴定，保守秘密，按期出具意见书，依法派员出庭，妥善保管并退还材料',
        ...(form.otherTerms === '' ? [] : [`其他约定：${form.otherTerms}`]),
      ],
    },
  ]
}
