import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '#testing/database.ts'
import { allModules } from '../src/modules.ts'

const src = join(import.meta.dirname, '../src')

/** The migrator's own record of which migrations ran. */
const undeclared = ['kysely_migration', 'kysely_migration_lock']

const logTables = ['log_entry', 'log_payload', 'log_tile', 'log_checkpoint']

describe('tables as declared and as migrated', () => {
  let owner: pg.Client
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await freshDatabase()
    drop = database.drop
    owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await drop()
  })

  it('have the same columns, and the same of them may be empty', async () => {
    const { rows } = await owner.query<{ table: string; column: string; nullable: boolean }>(
      `select table_name as table, column_name as column, is_nullable = 'YES' as nullable
       from information_schema.columns where table_schema = 'public'`,
    )
    const migrated: Record<string, Record<string, string>> = {}
    for (const { table, column, nullable } of rows)
      if (!undeclared.includes(table))
        migrated[table] = { ...migrated[table], [column]: nullable ? 'may be empty' : 'never empty' }
    const declared = declaredTables()
    expect(Object.keys(declared).length).toBeGreaterThan(40)
    expect(declared).toEqual(migrated)
  })

  it.each(lifecycles().map((machine) => [machine.name, machine] as const))(
    'hold every state of %s and no other',
    async (_, { table, stateColumn = 'state', states, initial }) => {
      const { rows } = await owner.query<{ definition: string }>(
        `select pg_get_constraintdef(c.oid) as definition from pg_constraint c
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
         where c.contype = 'c' and c.conrelid = $1::regclass and a.attname = $2
           and array_length(c.conkey, 1) = 1`,
        [table, stateColumn],
      )
      const [{ definition } = { definition: '' }] = rows
      const allowed = [...definition.matchAll(/'([^']+)'::text/g)].map(([, state = '']) => state)
      // A machine may begin before there is a row: then its initial state is never stored.
      const stored = Object.keys(states).filter((state) => state !== initial || allowed.includes(initial))
      expect(allowed.sort()).toEqual(stored.sort())
    },
  )

  const changes: readonly (readonly [string, (table: string) => string])[] = [
    ['update', (table) => `update ${table} set ${table === 'log_entry' ? `op = 'x.y'` : columnOf(table)}`],
    ['delete', (table) => `delete from ${table}`],
    ['truncate', (table) => `truncate ${table} cascade`],
  ]
  const cells = logTables.flatMap((table) =>
    changes.map(([kind, statement]) => [kind, table, statement(table)] as const),
  )

  it.each(cells)('refuse %s on %s even to their owner', async (_, __, statement) => {
    expect(await codeOf(owner, statement)).toBe('42501')
  })

  it.each([
    ...cells,
    ...logTables.flatMap((table) => [
      ['alter', table, `alter table ${table} add column x int`] as const,
      ['drop', table, `drop table ${table} cascade`] as const,
      ['disable the trigger', table, `alter table ${table} disable trigger all`] as const,
      ['take over', table, `alter table ${table} owner to mingjian_app`] as const,
    ]),
    [
      'replace the guard',
      'log_forbid',
      `create or replace function log_forbid() returns trigger language sql as 'select 1'`,
    ],
    ['replace the sequencer', 'log_append', 'drop function log_append cascade'],
    ['switch triggers off', 'session', 'set session_replication_role = replica'],
  ] as const)('refuse %s on %s to the running program', async (_, __, statement) => {
    await owner.query('begin')
    await owner.query('set local role mingjian_app')
    expect(await codeOf(owner, statement)).toBe('42501')
    await owner.query('rollback')
  })

  it('belong to a role that the running program is not, which may neither create nor log in', async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls,
              has_schema_privilege('mingjian_app', 'public', 'create') as creates
       from pg_roles where rolname = 'mingjian_app'`,
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: false,
        rolbypassrls: false,
        creates: false,
      },
    ])
  })
})

function columnOf(table: string): string {
  return { log_payload: `fields = '{}'`, log_tile: 'level = 0', log_checkpoint: `note = ''` }[table] ?? ''
}

async function codeOf(client: pg.Client, statement: string): Promise<string> {
  return client.query(statement).then(
    () => 'done',
    (error: pg.DatabaseError) => error.code ?? error.message,
  )
}

function lifecycles() {
  const installation = { kind: 'demonstration', simulatedClock: true } as const
  return allModules({
    setupCode: undefined,
    totpRequired: false,
    totpKey: new Uint8Array(32),
    installation,
  }).flatMap((module) => module.lifecycles ?? [])
}

type Columns = Record<string, string>

/** What the sources say in `interface Tables`: columns by table, read as text, for the compiler forgets types. */
function declaredTables(): Record<string, Columns> {
  const tables: Record<string, Columns> = {}
  for (const entry of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.ts')) continue
    const text = readFileSync(join(src, entry), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    for (const [name, type] of members(blockAfter(text, 'interface Tables {')))
      tables[name] = columnsOf(type, text)
  }
  return tables
}

/** `{ … }`, the name of an interface of the same file, or several of them with &. */
function columnsOf(type: string, text: string): Columns {
  const parts = splitTop(type, '&')
  if (parts.length > 1) return Object.assign({}, ...parts.map((part) => columnsOf(part, text)))
  const named = /^\w+$/.exec(type)
  const body = named ? blockAfter(text, `interface ${type} {`) : type.slice(1, -1)
  return Object.fromEntries(
    members(body).map(([name, each]) => [name, mayBeEmpty(each) ? 'may be empty' : 'never empty']),
  )
}

/** As selected: the first argument of ColumnType and its short forms. */
function mayBeEmpty(type: string): boolean {
  const wrapped = /^(?:ColumnType|Stored|Never|Once)<([\s\S]*)>$/.exec(type)
  const selected = wrapped ? (splitTop(wrapped[1] ?? '', ',')[0] ?? '') : type
  return splitTop(selected, '|').includes('null')
}

/** The text between the brace that ends `opening` and its partner. */
function blockAfter(text: string, opening: string): string {
  const from = text.indexOf(opening)
  if (from < 0) return ''
  const start = from + opening.length
  let depth = 1
  let end = start
  while (depth > 0 && end < text.length) {
    if (text[end] === '{') depth += 1
    if (text[end] === '}') depth -= 1
    end += 1
  }
  return text.slice(start, end - 1)
}

function members(body: string): [name: string, type: string][] {
  return splitTop(body, '\n;')
    .map((line) => /^(?:readonly )?(\w+): ([\s\S]+)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name = '', type = '']) => [name, type])
}

/** Splits where no bracket is open. */
function splitTop(text: string, separators: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if ('{<(['.includes(character)) depth += 1
    if ('}>)]'.includes(character)) depth -= 1
    if (depth === 0 && separators.includes(character)) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}
