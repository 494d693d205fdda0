import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Json } from '#kernel/json.ts'
import { toBase64url } from '#log/core/base64.ts'
import { commit, leafAroundIndex } from '#log/core/leaf.ts'
import { sha256 } from '#log/node-hash.ts'
import { type RegisterChange, registerKey } from '#modules/directory/contract/register.ts'
import { itemHash } from '../../src/modules/directory/register/item.ts'
import { tagsOf } from '../../src/modules/directory/register/tags.ts'
import type { Act } from './acts.ts'

const batch = 1000
const by = {
  kind: 'system',
  accountId: null,
  name: '批量装载',
  organisationId: null,
  organisation: '',
  roles: [],
}

interface Current {
  readonly log_index: number
  readonly item: string
  readonly ever: Set<string>
}

/**
 * The bulk path: the one way past the pipeline (ADR 0004). It writes what the pipeline and the database's trigger would have
 * written, entry by entry: leaf, payload with salts, items, entries, what stands now; fsck tells no difference. Only into an
 * empty log, and as the owner of the database.
 */
export async function layDown(
  ownerUrl: string,
  acts: Iterable<Act>,
): Promise<{ acts: number; entries: number }> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query('select 1 from log_entry limit 1')
    if (rows.length > 0) throw new Error('日志里已经有条目：批量装载只用于空的数据库')
    await owner.query('set session_replication_role = replica; set synchronous_commit = off')
    return await writeAll(owner, acts)
  } finally {
    await owner.end()
  }
}

async function writeAll(owner: pg.Client, acts: Iterable<Act>) {
  const current = new Map<string, Current>()
  const known = new Set<string>()
  let index = 0
  let entries = 0
  let pending: Act[] = []
  const flush = async () => {
    entries += await writeBatch(owner, { acts: pending, first: index, current, known })
    index += pending.length
    pending = []
  }
  for (const act of acts) {
    pending.push(act)
    if (pending.length === batch) await flush()
  }
  await flush()
  await writeCurrent(owner, current)
  await owner.query('analyze')
  return { acts: index, entries }
}

interface Batch {
  readonly acts: readonly Act[]
  readonly first: number
  readonly current: Map<string, Current>
  readonly known: Set<string>
}

async function writeBatch(owner: pg.Client, { acts, first, current, known }: Batch): Promise<number> {
  const items: { hash: string; body: unknown; tags: string[] }[] = []
  const log: { index: number; at: string; leaf: string; hash: string; fields: Json; salts: Json }[] = []
  const rows: (RegisterChange & { log_index: number; part: number; at: string })[] = []
  for (const [n, act] of acts.entries()) {
    const index = first + n
    const { at } = act
    const register = act.changes.map(({ body, from, until }, part) => {
      const item = itemHash(body)
      const key = registerKey(body)
      if (!known.has(item)) {
        known.add(item)
        items.push({ hash: item, body, tags: tagsOf(body) })
      }
      const change = { key, item, from, until }
      rows.push({ ...change, log_index: index, part, at })
      return change
    })
    log.push(entryOf(index, at, act.number, register))
  }
  const tagged = new Map(items.map(({ hash, tags }) => [hash, tags]))
  for (const { key, item, until, log_index } of rows) {
    if (until !== null) continue
    const ever = current.get(key)?.ever ?? new Set<string>()
    for (const tag of tagged.get(item) ?? []) ever.add(tag)
    current.set(key, { log_index, item, ever })
  }
  await insert(owner, log, items, rows)
  return rows.length
}

function entryOf(index: number, at: string, number: string, register: readonly RegisterChange[]) {
  const fields: Record<string, Json> = {
    subject: { type: 'institution', id: number },
    by,
    register: [...register],
  }
  const salts: Record<string, string> = {}
  const c: Record<string, string> = {}
  for (const [field, value] of Object.entries(fields)) {
    const salt = toBase64url(randomBytes(32))
    salts[field] = salt
    c[field] = commit(sha256, field, { salt, value })
  }
  const { head, tail } = leafAroundIndex({ op: 'institution.lay-down', at, c })
  const leaf = Buffer.from(`${head}${index}${tail}`)
  const hash = createHash('sha256').update(Buffer.of(0)).update(leaf).digest('hex')
  return { index, at, leaf: leaf.toString('hex'), hash, fields, salts }
}

async function insert(owner: pg.Client, log: unknown, items: unknown, rows: unknown): Promise<void> {
  await owner.query('begin')
  await owner.query(
    `insert into log_entry select index, at, 'institution.lay-down', decode(leaf, 'hex'), decode(hash, 'hex')
     from jsonb_to_recordset($1) as given(index bigint, at timestamptz, leaf text, hash text)`,
    [JSON.stringify(log)],
  )
  await owner.query(
    `insert into log_payload select index, fields, salts
     from jsonb_to_recordset($1) as given(index bigint, fields jsonb, salts jsonb)`,
    [JSON.stringify(log)],
  )
  await owner.query(
    `insert into directory_item select hash, body, array(select jsonb_array_elements_text(tags))
     from jsonb_to_recordset($1) as given(hash text, body jsonb, tags jsonb)`,
    [JSON.stringify(items)],
  )
  await owner.query(
    `insert into directory_entry (log_index, part, key, item, valid_from, valid_until, said_at)
     select log_index, part, key, item, "from", until, at
     from jsonb_to_recordset($1) as given(log_index bigint, part int, key text, item text, "from" date, until date, at timestamptz)`,
    [JSON.stringify(rows)],
  )
  await owner.query('commit')
}

async function writeCurrent(owner: pg.Client, current: ReadonlyMap<string, Current>): Promise<void> {
  const all = [...current].map(([key, { log_index, item, ever }]) => ({
    key,
    log_index,
    item,
    ever: [...ever].sort(),
  }))
  for (let from = 0; from < all.length; from += batch)
    await owner.query(
      `insert into directory_current (key, kind, log_index, item, body, tags, ever)
       select given.key, split_part(given.key, ':', 1), given.log_index, given.item, i.body, i.tags,
         array(select jsonb_array_elements_text(given.ever))
       from jsonb_to_recordset($1) as given(key text, log_index bigint, item text, ever jsonb)
       join directory_item i on i.hash = given.item`,
      [JSON.stringify(all.slice(from, from + batch))],
    )
}
