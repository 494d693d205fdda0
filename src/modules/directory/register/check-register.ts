import { sql } from 'kysely'
import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import { canonical } from '#log/core/canonical.ts'
import { type RegisterBody, registerKey } from '../contract/register.ts'
import { appraiserBodyOf, institutionBodyOf } from './compose.ts'
import { itemHash } from './item.ts'
import { tagsOf } from './tags.ts'

const batch = 2000

/**
 * For fsck: the entries are those that the log committed and no others, every item hashes to its name and is found by its own
 * tags, what the register says now is its last entry, and the tables behind it say the same.
 */
export async function* checkRegister(db: ReadDb): AsyncIterable<string> {
  yield* entriesAgainstLog(db)
  yield* itemsAgainstNames(db)
  yield* currentAgainstEntries(db)
  yield* currentAgainstTables(db)
}

/** Both ways at once: what the log says and the table lacks, and what the table says and the log does not. */
async function* entriesAgainstLog(db: ReadDb): AsyncIterable<string> {
  const differing = await db
    .with('logged', (cte) =>
      cte
        .selectFrom('log_payload as p')
        .innerJoin('log_entry as l', 'l.index', 'p.index')
        .innerJoinLateral(
          () =>
            sql<{
              value: unknown
              place: number
            }>`jsonb_array_elements(p.fields->'register') with ordinality`.as<'change'>(
              sql`change(value, place)`,
            ),
          (join) => join.onTrue(),
        )
        .select([
          'p.index as log_index',
          sql<number>`(change.place - 1)::int`.as('part'),
          sql<string>`change.value->>'key'`.as('key'),
          sql<string>`change.value->>'item'`.as('item'),
          sql<string>`(change.value->>'from')::date`.as('valid_from'),
          sql<string | null>`(change.value->>'until')::date`.as('valid_until'),
          sql<Date>`max(l.at) over (order by p.index)`.as('said_at'),
        ])
        .where(sql<boolean>`p.fields ? 'register'`),
    )
    .selectFrom('logged')
    .fullJoin('directory_entry as e', (join) =>
      join.onRef('e.log_index', '=', 'logged.log_index').onRef('e.part', '=', 'logged.part'),
    )
    .select([
      sql<number>`coalesce(logged.log_index, e.log_index)`.as('index'),
      sql<string>`coalesce(logged.key, e.key)`.as('key'),
      sql<boolean>`e.log_index is null`.as('lost'),
      sql<boolean>`logged.log_index is null`.as('unheard'),
    ])
    .where(
      sql<boolean>`(logged.key, logged.item, logged.valid_from, logged.valid_until, logged.said_at)
        is distinct from (e.key, e.item, e.valid_from, e.valid_until, e.said_at)`,
    )
    .limit(1000)
    .execute()
  for (const { index, key, lost, unheard } of differing) {
    const what = `名录 ${key} 的第 ${index} 号条目`
    if (lost) yield `${what}记在日志里，名录表中却没有`
    else if (unheard) yield `${what}在名录表中，日志里却没有`
    else yield `${what}与日志所记不同`
  }
}

async function* itemsAgainstNames(db: ReadDb): AsyncIterable<string> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('directory_item')
      .selectAll()
      .where('hash', '>', after)
      .orderBy('hash')
      .limit(batch)
      .execute()
    for (const { hash, body, tags } of rows) {
      if (itemHash(body) !== hash) yield `名录内容 ${hash} 被改动：散列不再相符（${nameOf(body)}）`
      else if (canonical(tagsOf(body)) !== canonical([...tags].sort()))
        yield `名录内容 ${hash} 的检索词与内容不符`
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.hash
  }
}

async function* currentAgainstEntries(db: ReadDb): AsyncIterable<string> {
  const rows = await db
    .with('newest', (cte) =>
      cte
        .selectFrom('directory_entry as e')
        .innerJoin('directory_item as i', 'i.hash', 'e.item')
        .distinctOn('e.key')
        .select(['e.key', 'e.log_index', 'e.item', 'i.body', 'i.tags'])
        .where('e.valid_until', 'is', null)
        .orderBy('e.key')
        .orderBy('e.log_index', 'desc')
        .orderBy('e.part', 'desc'),
    )
    .selectFrom('newest')
    .fullJoin('directory_current as c', 'c.key', 'newest.key')
    .select(sql<string>`coalesce(newest.key, c.key)`.as('key'))
    .where(
      sql<boolean>`(newest.key, newest.log_index, newest.item, newest.body, newest.tags, split_part(newest.key, ':', 1))
        is distinct from (c.key, c.log_index, c.item, c.body, c.tags, c.kind) or not c.ever @> c.tags`,
    )
    .execute()
  for (const { key } of rows) yield `名录 ${key} 的现状与它的最后一条记载不符`
}

/** The tables from which deeds compose an entry must say what the entry says; ended scope items are left out of both. */
async function* currentAgainstTables(db: ReadDb): AsyncIterable<string> {
  const said = new Map<string, { readonly body: RegisterBody; readonly on: string }>()
  const rows = await db
    .selectFrom('directory_current as c')
    .innerJoin('log_entry as l', 'l.index', 'c.log_index')
    .select(['c.key', 'c.body', 'l.at'])
    .execute()
  for (const { key, body, at } of rows) said.set(key, { body, on: beijingDate(at) })
  const differs = (body: RegisterBody, on: string | undefined) =>
    on === undefined || canonical(said.get(registerKey(body))?.body ?? null) !== canonical(body)
  const institutions = await db.selectFrom('institution').select(['id', 'directory_no']).execute()
  for (const { id, directory_no } of institutions) {
    const on = said.get(`institution:${directory_no}`)?.on
    const body = await institutionBodyOf(db, id, on ?? '9999-12-31')
    if (differs(body, on)) yield `机构 ${directory_no} 的登记信息与名录所记不同`
  }
  for (const { id, practice_no } of await db.selectFrom('appraiser').select(['id', 'practice_no']).execute())
    if (differs(await appraiserBodyOf(db, id), '')) yield `鉴定人 ${practice_no} 的登记信息与名录所记不同`
}

const nameOf = (body: RegisterBody) => body.name
