import type pg from 'pg'

export interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/** Transactions with their statements, in the order in which they were committed. */
export type Recording = readonly (readonly Statement[])[]

/** Keeps every statement that goes through a pool, until stopped. */
export function recordTransactions(pool: pg.Pool): { stop(): Recording } {
  const committed: Statement[][] = []
  const listening = new Set<pg.PoolClient>()
  const listen = (connection: pg.PoolClient) => {
    if (listening.has(connection)) return
    listening.add(connection)
    const query = connection.query.bind(connection) as (...given: unknown[]) => unknown // one of its many overloads
    let current: Statement[] = []
    const kept = (...given: unknown[]) => {
      const [text, values] = given
      if (typeof text === 'string') {
        current.push({ text, values: Array.isArray(values) ? values : [] })
        if (text === 'commit') committed.push(current)
        if (text === 'commit' || text === 'rollback') current = []
      }
      return query(...given)
    }
    Object.assign(connection, { query: kept })
  }
  pool.on('acquire', listen)
  return {
    stop() {
      pool.off('acquire', listen)
      for (const connection of listening) Reflect.deleteProperty(connection, 'query')
      return committed
    },
  }
}
