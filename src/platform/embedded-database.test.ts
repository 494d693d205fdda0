import pg from 'pg'
import { expect, it } from 'vitest'
import { freshDatabase } from '#testing/database.ts'

it('gives a migrated database in which the program owns nothing', async () => {
  const database = await freshDatabase()
  const pool = new pg.Pool({ connectionString: database.url, options: '-c role=mingjian_app' })
  try {
    const { rows } = await pool.query('select current_user, count(*)::int as n from log_entry')
    expect(rows).toEqual([{ current_user: 'mingjian_app', n: 0 }])
    await expect(pool.query('drop table log_entry')).rejects.toMatchObject({ code: '42501' })
  } finally {
    await pool.end()
    await database.drop()
  }
})
