import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { Confidentiality } from '#law/terms/confidentiality.ts'
import type { ProcedureProfile } from '#law/terms/entrusting-type.ts'
import { needsToKnow } from '#modules/identity/module.ts'

/**
 * The two sides of a commission and of the case opened for it, which has the same id. Read here and not through the cases
 * module, because cases asks this module whether an appraisal may start.
 */
export interface Matter {
  readonly id: string
  readonly institutionId: string
  readonly entrustingOrganisationId: string
  readonly confidentiality: Confidentiality
  /** Undefined until the commission is accepted. */
  readonly opened?: {
    readonly code: string
    readonly title: string
    readonly state: string
    readonly profile: ProcedureProfile
    readonly entrustedBy: string
  }
  /** The actor is on the team, or reviews or issues. */
  readonly assigned: boolean
  /** The actor performs the appraisal now. */
  readonly performing: boolean
}

export type CaseMatter = Matter & { readonly opened: NonNullable<Matter['opened']> }

/** Sealed material: reading it is traced, and the institution's people promise first (T-10). */
export function isSealed(level: Confidentiality): boolean {
  return level === 'TRADE_SECRET' || level === 'RESTRICTED_PERSONS'
}

/** The matter as this actor stands to it, or undefined where it is not his to see. */
export async function matterOf(db: ReadDb, id: string, actor: Actor): Promise<Matter | undefined> {
  const opened = await db
    .selectFrom('appraisal_case')
    .select([
      'institution_id',
      'entrusting_organisation_id',
      'entrusted_by',
      'confidentiality',
      'code',
      'title',
      'state',
      'profile',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  const duty = await dutyOf(db, id, actor)
  if (opened) {
    const { code, title, state, profile } = opened
    const matter: Matter = {
      id,
      institutionId: opened.institution_id,
      entrustingOrganisationId: opened.entrusting_organisation_id,
      confidentiality: opened.confidentiality,
      opened: { code, title, state, profile, entrustedBy: opened.entrusted_by },
      ...duty,
    }
    return sees(actor, matter) ? matter : undefined
  }
  const commission = await db
    .selectFrom('commission')
    .select(['institution_id', 'entrusting_organisation_id', 'form'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!commission) return undefined
  const matter: Matter = {
    id,
    institutionId: commission.institution_id,
    entrustingOrganisationId: commission.entrusting_organisation_id,
    confidentiality: commission.form.confidentiality,
    ...duty,
  }
  return sees(actor, matter) ? matter : undefined
}

/** An opened case, or the refusal that does not tell whether it exists. */
export async function caseOf(
  db: ReadDb,
  id: string,
  actor: Actor,
  missing = '没有这个案件，或者您无权查看。',
): Promise<CaseMatter> {
  const matter = await matterOf(db, id, actor)
  if (!matter?.opened) throw new Problem('not-found', missing)
  return { ...matter, opened: matter.opened }
}

async function dutyOf(
  db: ReadDb,
  id: string,
  actor: Actor,
): Promise<Pick<Matter, 'assigned' | 'performing'>> {
  if (actor.accountId === null) return { assigned: false, performing: false }
  const member = await db
    .selectFrom('case_member')
    .select('id')
    .where('case_id', '=', id)
    .where('account_id', '=', actor.accountId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  const duty = await db
    .selectFrom('case_assignment')
    .select('duty')
    .where('case_id', '=', id)
    .where('account_id', '=', actor.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return { assigned: member !== undefined || duty !== undefined, performing: member !== undefined }
}

/** Need to know: the entrusting side, the auditor, and of the institution those whom it concerns. */
function sees(actor: Actor, matter: Matter): boolean {
  if (actor.kind === 'system' || actor.roles.includes('AUDITOR')) return true
  if (actor.organisationId === null) return false
  if (actor.organisationId === matter.entrustingOrganisationId) return true
  if (actor.organisationId !== matter.institutionId) return false
  const limited = matter.confidentiality === 'RESTRICTED_PERSONS'
  const handling = ['INTAKE_CLERK', 'MATERIAL_CUSTODIAN'] as const
  return needsToKnow(actor, { limited, assigned: matter.assigned }, handling)
}
