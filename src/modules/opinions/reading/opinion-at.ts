import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import {
  assignmentsOf,
  type CaseRow,
  lockCase,
  rolesInCase,
  unsettledRecusals,
  visibleCase,
} from '#modules/cases/module.ts'
import { issues } from '../rules/issuers.ts'
import { seesDraft } from '../rules/who.ts'
import { activeKey, lockKeys, type OpinionRow, opinionById, signaturesOf } from './opinion-rows.ts'
import { appraisersOf } from './workbench.ts'
import { workersOf } from './workers-of.ts'

export interface AtOpinion {
  readonly case: CaseRow
  readonly duties: readonly string[]
  readonly issuer: string | null
  readonly opinion: OpinionRow
}

const missing = () => new Problem('not-found', '没有这份鉴定意见书，或者您无权查看。')

/** Locks the case, then its opinion: always in this order. Before issue only the institution's own people know of it. */
export async function lockOpinion(tx: Tx, id: string, actor: Actor): Promise<AtOpinion> {
  const { case_id } = await opinionById(tx, id)
  const row = await lockCase(tx, case_id, actor).catch(hide)
  const opinion = await tx
    .selectFrom('opinion_document')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return known(tx, { case: row, opinion }, actor)
}

/** As `lockOpinion`, for a question. */
export async function visibleOpinion(db: ReadDb, id: string, actor: Actor): Promise<AtOpinion> {
  const opinion = await opinionById(db, id)
  const row = await visibleCase(db, opinion.case_id, actor).catch(hide)
  return known(db, { case: row, opinion }, actor)
}

async function known(db: ReadDb, at: Pick<AtOpinion, 'case' | 'opinion'>, actor: Actor): Promise<AtOpinion> {
  const duties = await rolesInCase(db, at.case.id, actor.accountId)
  const { issuer } = await assignmentsOf(db, at.case.id)
  const whole = { ...at, duties, issuer }
  if (at.opinion.state !== 'ISSUED' && !seesUnissued(actor, whole)) throw missing()
  return whole
}

/** Who knows of a frozen opinion before it is issued. */
export function seesUnissued(actor: Actor, at: Pick<AtOpinion, 'case' | 'duties' | 'issuer'>): boolean {
  return seesDraft(actor, at, 'draft') || issues(actor, at)
}

function hide(error: unknown): never {
  throw error instanceof Problem && error.type === 'not-found' ? missing() : error
}

/** What the rules of signing, sealing and issuing look at. */
export async function signable(db: ReadDb, at: AtOpinion, actor: Actor) {
  return {
    ...at,
    actorId: actor.accountId,
    workers: await workersOf(db, at.case.id),
    unsettledRecusals: await unsettledRecusals(db, at.case.id),
    signatures: await signaturesOf(db, at.opinion.id),
    members: (await appraisersOf(db, at.case.id)).map(({ accountId }) => accountId),
  }
}

/** As `signable`, with opinion and keys locked. */
export async function lockSignable(tx: Tx, id: string, actor: Actor) {
  const at = await lockOpinion(tx, id, actor)
  await lockKeys(tx, at.opinion.id, actor.accountId)
  return signable(tx, at, actor)
}

/** As `lockSignable`, with the key that the person signs or seals with. */
export async function lockToSign(tx: Tx, id: string, actor: Actor, kind: 'person' | 'seal') {
  return { ...(await lockSignable(tx, id, actor)), key: await activeKey(tx, actor.accountId, kind) }
}
