import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import PgBoss from 'pg-boss'
import { followRows } from '#log/follow-rows.ts'
import { OUTBOX_QUEUE } from './outbox.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../migrations')

/**
 * Brings the schema up to date as its owner and has the log follow every table but the `unfollowed`; safe to run on every
 * start (advisory lock, forward only).
 */
export async function migrate(url: string, unfollowed: readonly string[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => {})
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await createAppRole(db)
    const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
    await followRows(db, unfollowed)
    await createQueue(url, db)
  } finally {
    await db.destroy()
  }
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    const text = await readFile(join(folder, name), 'utf8')
    return [
      name.replace(/\.sql$/, ''),
      {
        up: (db) =>
          sql
            .raw(text)
            .execute(db)
            .then(() => undefined),
      },
    ]
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** The program runs as this role; it owns nothing and cannot change what the log holds. */
async function createAppRole(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`do $$ begin
      if not exists (select from pg_roles where rolname = 'mingjian_app') then create role mingjian_app nologin; end if;
      if not pg_has_role(current_user, 'mingjian_app', 'member') then execute format('grant mingjian_app to %I', current_user); end if;
      -- From version 16 on a role's maker is a member without the right to act as it.
      if current_setting('server_version_num')::int >= 160000 then
        if not pg_has_role(current_user, 'mingjian_app', 'set') then execute format('grant mingjian_app to %I with set true', current_user); end if;
      end if;
    exception when duplicate_object or unique_violation then null; end $$`)
    .execute(db)
}

async function createQueue(url: string, db: Kysely<unknown>): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 1 })
  boss.on('error', () => {})
  await boss.start()
  await boss.createQueue(OUTBOX_QUEUE)
  await boss.stop({ graceful: false, wait: true })
  await sql
    .raw(`grant usage on schema pgboss to mingjian_app;
      grant select, insert, update, delete on all tables in schema pgboss to mingjian_app;
      grant execute on all functions in schema pgboss to mingjian_app`)
    .execute(db)
}
