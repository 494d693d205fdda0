import { createHash, timingSafeEqual } from 'node:crypto'
import type { ReadDb } from '#kernel/capabilities.ts'
import { query } from '#kernel/command.ts'
import { checkOpinionNumber } from '#law/identifiers/opinion-number.ts'
import { checkVerificationCode } from '#law/identifiers/verification-code.ts'
import { entrustingType } from '#law/terms/entrusting-type.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { opinionValidity } from '#law/terms/opinion-validity.ts'
import { issue as names } from '#verify/check-log.ts'
import { correctionGround } from '../contract/changes.ts'
import { checkOpinion as endpoint, type Registered } from '../contract/check.ts'
import { opinionData } from '../document/opinion-data.ts'
import { printedOpinion } from '../document/printed-opinion.ts'
import { entryOf, type OpinionRow } from '../reading/opinion-rows.ts'
import { notConnected } from '../rules/connections.ts'

const notes = [
  '鉴定意见是一种证据，必须经过查证属实，才能作为认定案件事实的根据。',
  '本页只核对登记信息，不显示意见内容；文件是否被更改，请用文件核验。',
  ...notConnected,
]

const unknown = '没有登记与所填编号和验证码都相符的鉴定意见书。请核对编号和验证码。'

/** Anyone, without logging in, by number and code. A wrong number and a wrong code get the same answer. */
export const checkRegistration = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input }) {
    const [number, code] = [checkOpinionNumber(input.number), checkVerificationCode(input.code)]
    const no = number.ok === true ? number.value : ''
    const opinion = await db
      .selectFrom('opinion_document')
      .selectAll()
      .where('no', '=', no)
      .executeTakeFirst()
    const same = sameCode(code.ok === true ? code.value : '', opinion?.verification_code ?? '')
    if (!opinion || !same) return { sentence: unknown, registered: null, notes }
    const registered = await registeredAs(db, opinion)
    return { sentence: sentenceOf(registered), registered, notes }
  },
})

function sameCode(given: string, kept: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(kept)) && kept !== ''
}

async function registeredAs(db: ReadDb, opinion: OpinionRow): Promise<Registered> {
  const data = opinionData.parse(JSON.parse(opinion.manifest).data)
  const changes = await db
    .selectFrom('opinion_change')
    .select(['validity', 'ground', 'successor', 'at'])
    .where('opinion_id', '=', opinion.id)
    .orderBy('at')
    .execute()
  const issued = opinion.state === 'ISSUED' ? opinion.issued_at : null
  const status = opinion.state === 'VOIDED' ? 'VOIDED' : issued ? 'ISSUED' : 'NOT_ISSUED'
  const grounds: Readonly<Record<string, string>> = correctionGround.labels
  return {
    number: opinion.no,
    status,
    statusLabel: { ISSUED: '已签发', VOIDED: '作废', NOT_ISSUED: '尚未签发' }[status],
    caseCode: data.unifiedCaseCode,
    institution: data.institution.name,
    entrustingType: entrustingType.label(data.basics.entrustingType),
    unilateral: printedOpinion(data).unilateral,
    kind: data.kind,
    ipType: ipType.label(data.ipType),
    datedOn: data.issuedOn,
    issuedAt: issued?.toISOString() ?? null,
    validity: opinion.validity,
    validityLabel: opinionValidity.label(opinion.validity),
    changes: changes.map(({ validity, ground, successor, at }) => ({
      label: opinionValidity.label(validity),
      ground: ground === null ? '' : (grounds[ground] ?? ''),
      successor,
      at: at.toISOString(),
    })),
    fileSha256: issued ? (opinion.file_sha256 ?? '') : '',
    logIndex: issued ? await entryOf(db, { op: names.op, at: issued, subject: opinion.id }) : null,
    demonstration: data.demonstration ?? '',
  }
}

function sentenceOf(registered: Registered): string {
  const { number, status, institution, validity, validityLabel, demonstration } = registered
  const unreal = demonstration ? '（演示数据，不具法律效力。）' : ''
  if (status === 'VOIDED') return `${number}已作废：没有签发，不能使用。${unreal}`
  if (status === 'NOT_ISSUED') return `${number}尚未签发：现在不能使用。${unreal}`
  if (validity === 'VALID') return `${number}由${institution}签发，登记有效。${unreal}`
  return `${number}由${institution}签发，登记状态为“${validityLabel}”，请看后续登记。${unreal}`
}
