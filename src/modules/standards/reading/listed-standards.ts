import type { ReadDb } from '#kernel/capabilities.ts'
import type { ListedStandard } from '../contract/standards.ts'

/** Every standard of the register with the size of its last text, national first, then by number and title. */
export async function listedStandards(db: ReadDb): Promise<readonly ListedStandard[]> {
  const rows = await db
    .selectFrom('standard')
    .leftJoin('standard_version as version', (join) =>
      join.onRef('version.standard_id', '=', 'standard.id').on('version.no', '=', (of) =>
        of
          .selectFrom('standard_version as later')
          .select(({ fn }) => fn.max('later.no').as('no'))
          .whereRef('later.standard_id', '=', 'standard.id'),
      ),
    )
    .leftJoin('standard_clause as clause', (join) =>
      join.onRef('clause.standard_id', '=', 'standard.id').onRef('clause.version_no', '=', 'version.no'),
    )
    .select(({ fn }) => [
      'standard.id',
      'slug',
      'number',
      'title',
      'layer',
      'kind',
      'ip_types as ipTypes',
      'state',
      'certainty',
      'version.effective_from as effectiveFrom',
      fn.count<number>('clause.id').as('clauses'),
      fn.count<number>('clause.id').filterWhere('clause.confirmed', '=', false).as('unconfirmed'),
    ])
    .groupBy(['standard.id', 'version.effective_from'])
    .execute()
  const order = ['NATIONAL', 'INDUSTRY', 'GROUP', 'LOCAL']
  return rows
    .map((row) => ({ ...row, clauses: Number(row.clauses), unconfirmed: Number(row.unconfirmed) }))
    .sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        (a.number ?? a.title).localeCompare(b.number ?? b.title, 'zh-CN'),
    )
}
