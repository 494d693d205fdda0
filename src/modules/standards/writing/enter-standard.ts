import type { z } from 'zod'
import type { Chance, ReadDb, Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import { checkStandardNumber, standardSlug } from '#law/identifiers/standard-number.ts'
import type { proposeStandard } from '../contract/standards.ts'
import type { StandardState } from '../store.ts'

interface Entering {
  readonly tx: Tx
  readonly chance: Chance
  readonly now: Date
  readonly actor: { readonly accountId: string | null }
}

interface Entry extends Omit<z.output<typeof proposeStandard.input>, 'slug'> {
  readonly slug: string
  readonly number: string | null
  readonly state: StandardState
}

/** As it is kept and where it is found: a number gives both, without one the typed address stands alone. */
export function addressOf(number: string, typed: string | undefined) {
  const checked = checkStandardNumber(number)
  if (checked.ok === false) return { number: null, slug: typed ?? '' }
  return { number: checked.value, slug: standardSlug(checked.value) }
}

/** The standard that already stands at this address or under this number. */
export async function takenBy(
  db: ReadDb,
  { slug, number }: { readonly slug: string; readonly number: string | null },
) {
  const row = await db
    .selectFrom('standard')
    .select('title')
    .where((where) =>
      where.or([where('slug', '=', slug), ...(number === null ? [] : [where('number', '=', number)])]),
    )
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Enters a standard into the register; returns its id. */
export async function enterStandard({ tx, chance, now, actor }: Entering, entry: Entry): Promise<string> {
  const id = chance.id()
  const entered = await tx
    .insertInto('standard')
    .values({
      id,
      state: entry.state,
      slug: entry.slug,
      number: entry.number,
      title: entry.title,
      title_en: entry.titleEn,
      layer: entry.layer,
      kind: entry.kind,
      ip_types: [...new Set(entry.ipTypes)],
      region: entry.region || null,
      proposer: entry.proposer,
      drafting_units: entry.draftingUnits,
      supersedes: null,
      certainty: entry.certainty,
      basis: entry.basis,
      ended_on: null,
      end_reason: null,
      registered_by: actor.accountId ?? '',
      registered_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!entered)
    throw new Problem('malformed', '该标准刚刚由他人登记。', {
      issues: [{ path: 'slug', detail: '编号或者代号已被使用' }],
    })
  return id
}
