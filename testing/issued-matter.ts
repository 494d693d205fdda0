import { randomUUID } from 'node:crypto'
import { saveDraft } from '#modules/commissions/contract/endpoints.ts'
import { confirmMaterial, registerMaterial } from '#modules/materials/contract/materials.ts'
import { setClaim } from '#modules/opinions/contract/chart.ts'
import { issue } from '#modules/opinions/contract/issue.ts'
import { myKeys } from '#modules/opinions/contract/keys.ts'
import { draftingCase } from './cases.ts'
import { committedDraw } from './draws.ts'
import { claimText, uploadedLetter } from './matters.ts'
import { frozenOpinion, keysForAll, passphrase, proven, writeAndApprove } from './opinions.ts'
import { sealForInstitution, signAsAppraiser } from './signing.ts'
import { standardsUnderWay } from './standards.ts'
import type { World } from './world.ts'

/** Ids of a matter that has one of everything, up to the issued opinion. */
export interface IssuedMatter {
  /** Of commission, case, chart, draft and review alike. */
  readonly caseId: string
  readonly draftId: string
  readonly materialId: string
  readonly fileId: string
  readonly opinionId: string
  readonly opinionNo: string
  readonly code: string
  /** Of the lead appraiser. */
  readonly keyId: string
  /** An entry of the log about it. */
  readonly traceIndex: number
  /** For the court. */
  readonly noticeId: string
  /** A draw of the court that is committed to and published. */
  readonly drawId: string
  /** A standard whose draft is before the public, with a comment; a term; an assessment of institution jia. */
  readonly standardId: string
  readonly consultationId: string
  readonly commentId: string
  readonly termId: string
  readonly assessmentId: string
}

/** A case of the court at institution jia, played through by commands and issued. */
export async function issuedMatter(w: World): Promise<IssuedMatter> {
  const { id } = await draftingCase(w)
  const officer = await w.as('court-officer')
  const draftId = randomUUID()
  await officer.call(saveDraft, { id: draftId, form: { title: '另一份草稿' }, version: 0 })
  const fileId = await uploadedLetter(w, 'court-officer', id)
  const { body: registered } = await (await w.as('jia-custodian')).call(registerMaterial, {
    id,
    name: '产品照片',
    kind: 'ELECTRONIC_DATA',
    quantity: '1份',
    condition: 'INTACT_UNSEALED',
    uniqueMark: '电子文件',
    preservation: '只读保存',
    arrival: 'ONLINE',
    providedBy: '委托方',
    receivedAt: w.clock.now().toISOString(),
    fileIds: [fileId],
  })
  await officer.call(confirmMaterial, { id: registered.materialId })
  await (await w.as('jia-appraiser1')).call(setClaim, { id, claims: [{ no: '1', text: claimText }] })
  await writeAndApprove(w, id)
  await keysForAll(w)
  const { opinionId, opinionNo, code } = await frozenOpinion(w, id)
  for (const login of ['jia-appraiser1', 'jia-appraiser2'])
    await signAsAppraiser(await proven(w, login), opinionId, passphrase)
  await sealForInstitution(await proven(w, 'jia-issuer'), opinionId, passphrase)
  const issued = await (await proven(w, 'jia-issuer')).call(issue, { id: opinionId })
  const drawId = await committedDraw(w)
  await w.program.settle()
  const keys = (await (await w.as('jia-appraiser1')).call(myKeys, {})).body.keys
  const notice = await w.program.database.read
    .selectFrom('notice')
    .select('id')
    .where('matter', '=', id)
    .where('organisation_id', '=', w.id('court'))
    .executeTakeFirstOrThrow()
  return {
    caseId: id,
    draftId,
    materialId: registered.materialId,
    fileId,
    opinionId,
    opinionNo,
    code,
    keyId: keys[0]?.id ?? '',
    traceIndex: issued.traceIndex ?? 0,
    noticeId: notice.id,
    drawId,
    ...(await standardsUnderWay(w)),
  }
}
