import type { Database } from './db.ts'

declare module '#kernel/tables.ts' {
  interface Tables {
    installation: { only_one: boolean; kind: 'production' | 'demonstration'; at: Date }
  }
}

/** What this database was first opened as. It never changes: demonstration data must not pass for real. */
export async function installationKind(
  database: Database,
  wanted: 'production' | 'demonstration' | 'as-is',
  now: Date,
): Promise<'production' | 'demonstration'> {
  if (wanted !== 'as-is')
    await database.kysely
      .insertInto('installation')
      .values({ only_one: true, kind: wanted, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const { kind } = await database.read.selectFrom('installation').select('kind').executeTakeFirstOrThrow()
  if (wanted !== 'as-is' && kind !== wanted)
    throw new Error(
      kind === 'demonstration'
        ? '这个数据库是演示环境，不能作为正式环境启动。请换一个数据库。'
        : '这个数据库是正式环境，不能作为演示环境启动。请换一个数据库。',
    )
  return kind
}
