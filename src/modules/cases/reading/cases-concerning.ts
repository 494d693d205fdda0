import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import { plainName } from '#law/identifiers/plain-name.ts'

/** A case that some of the named people have to do with: where it is handled and who entrusted it, nothing else. */
export interface Concerning {
  readonly institutionId: string
  readonly entrustingOrganisationId: string
}

/**
 * Cases opened since a moment in which one of these names is a party, the holder of the right or the entrusting side. Names
 * are compared without spaces, in one width. Who asks must not pass on more than that there is a reason (L-04).
 */
export async function casesConcerning(
  db: ReadDb,
  { names, since }: { readonly names: readonly string[]; readonly since: Date },
): Promise<readonly Concerning[]> {
  const wanted = names.map(plainName).filter((name) => name !== '')
  if (wanted.length === 0) return []
  const plain = (value: ReturnType<typeof sql>) =>
    sql<string>`lower(regexp_replace(normalize(${value}, NFKC), '\\s', '', 'g'))`
  const anyOf = sql`any(${wanted}::text[])`
  return db
    .selectFrom('appraisal_case as c')
    .innerJoin('commission as m', 'm.id', 'c.id')
    .innerJoin('organisation as o', 'o.id', 'c.entrusting_organisation_id')
    .select(['c.institution_id as institutionId', 'c.entrusting_organisation_id as entrustingOrganisationId'])
    .distinct()
    .where('c.opened_at', '>=', since)
    .where(
      sql<boolean>`(${plain(sql`m.form->'right'->>'holder'`)} = ${anyOf}
        or o.kind in ('party', 'law-firm') and ${plain(sql`o.name`)} = ${anyOf}
        or exists (select 1 from jsonb_array_elements(m.form->'parties') p where ${plain(sql`p.value->>'name'`)} = ${anyOf}))`,
    )
    .execute()
}
