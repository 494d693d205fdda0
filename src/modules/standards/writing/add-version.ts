import type { z } from 'zod'
import type { Chance, Tx } from '#kernel/capabilities.ts'
import type { clauseInput } from '../contract/standards.ts'

export interface NewVersion {
  readonly standardId: string
  readonly label: string
  readonly draft: boolean
  readonly issuedOn: string | null
  readonly effectiveFrom: string | null
  readonly summary: string
  readonly clauses: readonly z.output<typeof clauseInput>[]
}

interface By {
  readonly chance: Chance
  readonly actor: { readonly accountId: string | null }
  readonly now: Date
}

/** Adds the next text of a standard with its clauses; the standard itself must be locked. Returns its number. */
export async function addVersion(tx: Tx, version: NewVersion, { chance, actor, now }: By): Promise<number> {
  const { last } = await tx
    .selectFrom('standard_version')
    .select(({ fn }) => fn.max('no').as('last'))
    .where('standard_id', '=', version.standardId)
    .executeTakeFirstOrThrow()
  const no = (last ?? 0) + 1
  await tx
    .insertInto('standard_version')
    .values({
      standard_id: version.standardId,
      no,
      label: version.label,
      draft: version.draft,
      issued_on: version.issuedOn,
      effective_from: version.effectiveFrom,
      summary: version.summary,
      published_by: actor.accountId ?? '',
      published_at: now,
    })
    .execute()
  const clauses = version.clauses.map((clause, place) => ({
    id: chance.id(),
    standard_id: version.standardId,
    version_no: no,
    place,
    ...clause,
  }))
  if (clauses.length > 0) await tx.insertInto('standard_clause').values(clauses).execute()
  return no
}
