import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { Confidentiality } from '#law/terms/confidentiality.ts'
import type { ProcedureProfile } from '#law/terms/entrusting-type.ts'
import { knowsMatter } from '#modules/matters/module.ts'

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
  if (!(await knowsMatter(db, id, actor))) return undefined
  const performing = await performs(db, id, actor)
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
  if (opened) {
    const { code, title, state, profile } = opened
    return {
      id,
      institutionId: opened.institution_id,
      entrustingOrganisationId: opened.entrusting_organisation_id,
      confidentiality: opened.confidentiality,
      opened: { code, title, state, profile, entrustedBy: opened.entrusted_by },
      performing,
    }
  }
  const commission = await db
    .selectFrom('commission')
    .select(['institution_id', 'entrusting_organisation_id', 'form'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!commission) return undefined
  return {
    id,
    institutionId: commission.institution_id,
    entrustingOrganisationId: commission.entrusting_organisation_id,
    confidentiality: commission.form.confidentiality,
    performing,
  }
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

async function performs(db: ReadDb, id: string, actor: Actor): Promise<boolean> {
  if (actor.accountId === null) return false
  const member = await db
    .selectFrom('case_member')
    .select('id')
    .where('case_id', '=', id)
    .where('account_id', '=', actor.accountId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return member !== undefined
}
