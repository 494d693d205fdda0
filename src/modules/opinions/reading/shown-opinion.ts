import type { ReadDb } from '#kernel/capabilities.ts'
import { deliveryMethod } from '#law/terms/commission-form.ts'
import { opinionValidity } from '#law/terms/opinion-validity.ts'
import { correctionGround } from '../contract/changes.ts'
import type { OpinionShown } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { type OpinionRow, signaturesOf } from './opinion-rows.ts'
import { appraisersOf } from './workbench.ts'

/** One opinion with its signatures, deliveries and later changes, as screens show it. */
export async function shownOpinion(db: ReadDb, opinion: OpinionRow): Promise<OpinionShown> {
  const signatures = await signaturesOf(db, opinion.id)
  const team = (await appraisersOf(db, opinion.case_id)).map(({ accountId }) => accountId)
  const seal = signatures.find(({ field }) => field === 'seal')
  const names = await namesOf(db, [opinion.frozen_by, opinion.issued_by, seal?.account_id ?? null])
  return {
    id: opinion.id,
    no: opinion.no,
    verificationCode: opinion.verification_code,
    state: opinion.state,
    stateLabel: opinionLife.states[opinion.state],
    frozenAt: opinion.frozen_at.toISOString(),
    frozenBy: names(opinion.frozen_by),
    manifestSha256: opinion.manifest_sha256,
    renderFailure: opinion.render_failure,
    pages: opinion.pages,
    fileSha256: opinion.file_sha256,
    signatories: opinion.signatories.map(({ accountId, name, field }) => {
      const made = signatures.find((each) => each.field === field)
      return {
        accountId,
        name,
        field,
        signedAt: made?.signed_at.toISOString() ?? null,
        keyAlive: made === undefined || made.key_state === 'ACTIVE' || opinion.state === 'ISSUED',
        left: opinion.state !== 'ISSUED' && !team.includes(accountId),
      }
    }),
    seal: seal ? { name: seal.name, at: seal.signed_at.toISOString(), by: names(seal.account_id) } : null,
    issuedAt: opinion.issued_at?.toISOString() ?? null,
    issuedBy: opinion.issued_by === null ? null : names(opinion.issued_by),
    voidedAt: opinion.voided_at?.toISOString() ?? null,
    voidReason: opinion.void_reason,
    validity: opinion.validity,
    validityLabel: opinionValidity.label(opinion.validity),
    changes: await changesOf(db, opinion.id),
    deliveries: await deliveriesOf(db, opinion.id),
  }
}

async function changesOf(db: ReadDb, opinionId: string): Promise<OpinionShown['changes']> {
  const rows = await db
    .selectFrom('opinion_change')
    .selectAll()
    .where('opinion_id', '=', opinionId)
    .orderBy('at')
    .execute()
  const grounds: Readonly<Record<string, string>> = correctionGround.labels
  return rows.map(({ validity, ground, text, successor, by_name, at }) => ({
    label: opinionValidity.label(validity),
    ground: ground === null ? '' : (grounds[ground] ?? ''),
    text,
    successor,
    by: by_name,
    at: at.toISOString(),
  }))
}

async function deliveriesOf(db: ReadDb, opinionId: string): Promise<OpinionShown['deliveries']> {
  const rows = await db
    .selectFrom('opinion_delivery')
    .selectAll()
    .where('opinion_id', '=', opinionId)
    .orderBy('delivered_at')
    .orderBy('id')
    .execute()
  return rows.map(({ recipient, method, receipt, delivered_at, acknowledged_at }) => ({
    recipient,
    method: deliveryMethod.label(method),
    receipt,
    at: delivered_at.toISOString(),
    acknowledgedAt: acknowledged_at?.toISOString() ?? null,
  }))
}

async function namesOf(db: ReadDb, ids: readonly (string | null)[]): Promise<(id: string) => string> {
  const wanted = ids.filter((id) => id !== null)
  const rows = await db.selectFrom('account').select(['id', 'name']).where('id', 'in', wanted).execute()
  return (id) => rows.find((row) => row.id === id)?.name ?? ''
}
