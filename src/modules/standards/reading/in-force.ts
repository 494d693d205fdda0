import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { IpType } from '#law/terms/ip-type.ts'

export interface ConformityInForce {
  /** Number of the standard, or its title while it has none. */
  readonly standard: string
  readonly certificate: string
  readonly ipTypes: readonly IpType[]
  /** First and last day, Beijing dates. */
  readonly from: string
  readonly until: string
}

/** The certificates of conformity that an institution held on a Beijing date, by number: a fact of any day, past or present. */
export async function conformityInForce(
  db: ReadDb,
  institutionId: string,
  on: string,
): Promise<readonly ConformityInForce[]> {
  const rows = await inForceOn(db, on)
    .select(certificateColumns)
    .where('certificate.institution_id', '=', institutionId)
    .orderBy('certificate.number')
    .execute()
  return rows.map(asConformity)
}

/**
 * The certificates that stand as in force in the tables: what the national list says. One whose last day is over stands
 * until the program has ended it, shortly after midnight; its last day is part of what is said.
 */
export async function conformityOnRecord(
  db: ReadDb,
  institutionId: string,
): Promise<readonly ConformityInForce[]> {
  const rows = await db
    .selectFrom('conformity_certificate as certificate')
    .innerJoin('standard', 'standard.id', 'certificate.standard_id')
    .select(certificateColumns)
    .where('certificate.state', '=', 'IN_FORCE')
    .where('certificate.institution_id', '=', institutionId)
    .orderBy('certificate.number')
    .execute()
  return rows.map(asConformity)
}

const certificateColumns = [
  'certificate.number as certificate',
  'certificate.ip_types as ipTypes',
  'valid_from as from',
  'valid_until as until',
  'standard.number as standard',
  'standard.title',
] as const

function asConformity({
  title,
  standard,
  ...row
}: Omit<ConformityInForce, 'standard'> & { title: string; standard: string | null }) {
  return { ...row, standard: standard ?? title }
}

/**
 * What `listing-requires-conformity` (2.4.3a) decides on: the certificates in force and, of the kinds of right applied for,
 * those that none of them covers.
 */
export async function conformityFor(
  db: ReadDb,
  institutionId: string,
  { ipTypes, on }: { readonly ipTypes: readonly IpType[]; readonly on: string },
): Promise<{ readonly certificates: readonly ConformityInForce[]; readonly uncovered: readonly IpType[] }> {
  const certificates = await conformityInForce(db, institutionId, on)
  const covered = new Set(certificates.flatMap((certificate) => certificate.ipTypes))
  return { certificates, uncovered: [...new Set(ipTypes)].filter((type) => !covered.has(type)) }
}

/** Institutions that once had conformity and have none left on that day, with the last day on which they had it. */
export async function conformityLapsed(
  db: ReadDb,
  on: string,
): Promise<readonly { readonly institutionId: string; readonly lastDay: string }[]> {
  const held = await inForceOn(db, on).select('certificate.institution_id as holder').distinct().execute()
  const holders = new Set(held.map(({ holder }) => holder))
  const once = await db
    .selectFrom('conformity_certificate')
    .select([
      'institution_id as institutionId',
      sql<string>`max(least(valid_until, coalesce(ended_on - 1, valid_until)))`.as('lastDay'),
    ])
    .where('valid_from', '<=', on)
    .groupBy('institution_id')
    .orderBy('institution_id')
    .execute()
  return once.filter(({ institutionId }) => !holders.has(institutionId))
}

function inForceOn(db: ReadDb, on: string) {
  return db
    .selectFrom('conformity_certificate as certificate')
    .innerJoin('standard', 'standard.id', 'certificate.standard_id')
    .where('valid_from', '<=', on)
    .where('valid_until', '>=', on)
    .where((where) =>
      where.or([where('certificate.ended_on', 'is', null), where('certificate.ended_on', '>', on)]),
    )
}

/** Who conforms to a standard on that day, by name. */
export async function certificatesBy(db: ReadDb, standardId: string, on: string) {
  const rows = await inForceOn(db, on)
    .innerJoin('organisation', 'organisation.id', 'certificate.institution_id')
    .select([
      'certificate.number',
      'organisation.name as institution',
      'certificate.ip_types as ipTypes',
      'valid_from as from',
      'valid_until as until',
    ])
    .where('certificate.standard_id', '=', standardId)
    .orderBy('organisation.name')
    .limit(1000)
    .execute()
  return rows
}
