import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import { type IpType, technicalKinds } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'

interface Competent {
  readonly province: string
  readonly kinds: readonly IpType[]
  readonly fields: readonly string[]
}

/**
 * Institutions that may take cases, by province and row: the 35 fields of technology and, where no kind of right was asked for,
 * the kinds themselves. Competence in a whole kind is competence in each of its fields: of the kind asked for, or of those
 * that are technical throughout.
 */
export async function coverageNow(db: ReadDb, ip: IpType | undefined) {
  const institutions = await competentInstitutions(db, ip)
  const provinces = new Map<string, number>()
  const cells = new Map<string, number>()
  for (const { province, kinds, fields } of institutions) {
    provinces.set(province, (provinces.get(province) ?? 0) + 1)
    for (const row of [...(ip ? [] : kinds), ...(fields.includes('*') ? technicalField.codes : fields)])
      cells.set(`${row} ${province}`, (cells.get(`${row} ${province}`) ?? 0) + 1)
  }
  return {
    provinces: [...provinces].map(([province, institutions]) => ({ province, institutions })),
    cells: [...cells].map(([cell, institutions]) => {
      const [row = '', province = ''] = cell.split(' ')
      return { row, province, institutions }
    }),
  }
}

/** One row for each institution, its competences gathered by the database; `*` is every field. */
function competentInstitutions(db: ReadDb, ip: IpType | undefined): Promise<Competent[]> {
  const wide = ip ? [ip] : technicalKinds
  let listed = db
    .selectFrom('directory_current as c')
    .innerJoinLateral(
      () => sql<{ item: unknown }>`jsonb_array_elements(c.body->'scope')`.as<'s'>(sql`s(item)`),
      (join) => join.onTrue(),
    )
    .select([
      sql<string>`left(c.body->>'region', 2)`.as('province'),
      sql<IpType[]>`array_agg(distinct s.item->>'ipType')`.as('kinds'),
      sql<string[]>`coalesce(array_agg(distinct case when s.item->>'field' is not null then s.item->>'field'
        when s.item->>'ipType' = any(${wide}) then '*' end)
        filter (where s.item->>'field' is not null or s.item->>'ipType' = any(${wide})), '{}')`.as('fields'),
    ])
    .where('c.kind', '=', 'institution')
    .where(sql<boolean>`c.tags @> array['state:LISTED']`)
    .where(sql<boolean>`s.item->>'state' = 'IN_FORCE'`)
  if (ip) listed = listed.where(sql<boolean>`s.item->>'ipType' = ${ip}`)
  return listed.groupBy('c.key').execute()
}
