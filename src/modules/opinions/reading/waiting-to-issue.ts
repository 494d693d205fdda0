import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { assignmentsOf, type CaseRow, caseWaiting, clockOf, visibleCases } from '#modules/cases/module.ts'
import type { WorkItem } from '#modules/work/contract.ts'
import { deliverers, issues } from '../rules/issuers.ts'
import { livingOpinion, signaturesOf } from './opinion-rows.ts'

interface Task {
  readonly kind: '指定签发人' | '指定经办人员' | '定稿' | '签名' | '盖章' | '签发' | '送达' | '签收'
  readonly why: string
  /** Screen below the case, where it is not that of signing. */
  readonly at?: string
}

/** What waits for this person between approval and delivery; the deadline is that of the case. */
export async function waitingToIssue(db: ReadDb, actor: Actor, today: string): Promise<WorkItem[]> {
  if (actor.organisationId === null) return []
  const rows = await visibleCases(db, actor, {})
    .selectAll('appraisal_case')
    .where('state', 'in', ['PENDING_ISSUE', 'ISSUED', 'DELIVERED'])
    .orderBy('opened_at')
    .limit(200)
    .execute()
  const found = await Promise.all(rows.map(async (row) => ({ row, task: await taskFor(db, row, actor) })))
  return Promise.all(
    found.flatMap(({ row, task }) =>
      task
        ? [clockOf(db, row.id, today).then((clock) => caseWaiting(row, clock, { at: '/signing', ...task }))]
        : [],
    ),
  )
}

async function taskFor(db: ReadDb, row: CaseRow, actor: Actor): Promise<Task | undefined> {
  const own = actor.organisationId === row.institution_id
  const holds = (...roles: readonly string[]) => roles.some((role) => actor.roles.includes(role))
  if (row.state === 'ISSUED') {
    if (own && holds(...deliverers)) return { kind: '送达', why: '意见书已签发，等待送达并登记凭证' }
    return own && holds('INSTITUTION_ADMIN', 'INSTITUTION_HEAD') && (await nobodyDelivers(db, row))
      ? { kind: '指定经办人员', why: '本案限定人员知悉，还没有指定由谁送达', at: '/team' }
      : undefined
  }
  if (row.state === 'DELIVERED')
    return !own && actor.accountId === row.entrusted_by && (await unacknowledged(db, row.id))
      ? { kind: '签收', why: '意见书已送达，请核验后签收' }
      : undefined
  const opinion = await livingOpinion(db, row.id)
  const issuer = (await assignmentsOf(db, row.id)).issuer
  if (issuer === null && own && holds('INSTITUTION_ADMIN', 'INSTITUTION_HEAD'))
    return { kind: '指定签发人', why: '复核已通过，还没有指定签发人', at: '/team' }
  if (!opinion)
    return issues(actor, { case: row, issuer })
      ? { kind: '定稿', why: '复核已通过，请核对后定稿' }
      : undefined
  const signed = (await signaturesOf(db, opinion.id)).map(({ field }) => field)
  const open = opinion.signatories.filter(({ field }) => !signed.includes(field))
  if (opinion.state === 'SIGNING' && open.some(({ accountId }) => accountId === actor.accountId))
    return { kind: '签名', why: `${opinion.no}已定稿，等您签名` }
  if (!issues(actor, { case: row, issuer })) return undefined
  if (opinion.state === 'SIGNING' && open.length === 0)
    return { kind: '盖章', why: `${opinion.no}的鉴定人已全部签名` }
  if (opinion.state === 'READY') return { kind: '签发', why: `${opinion.no}已盖章，核对后签发` }
  return opinion.render_failure === null ? undefined : { kind: '定稿', why: `${opinion.no}没有成文，请处理` }
}

/** A case limited to named persons whose institution has let in none who delivers. */
async function nobodyDelivers(db: ReadDb, row: CaseRow): Promise<boolean> {
  if (row.confidentiality !== 'RESTRICTED_PERSONS') return false
  const found = await db
    .selectFrom('case_assignment')
    .innerJoin('account_role', 'account_role.account_id', 'case_assignment.account_id')
    .select('role')
    .where('case_id', '=', row.id)
    .where('ended_at', 'is', null)
    .where('role', 'in', deliverers)
    .executeTakeFirst()
  return found === undefined
}

async function unacknowledged(db: ReadDb, caseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('opinion_delivery')
    .innerJoin('opinion_document', 'opinion_document.id', 'opinion_id')
    .select('opinion_delivery.id')
    .where('case_id', '=', caseId)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
