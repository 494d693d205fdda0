import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'
import type { Outbox } from '#kernel/capabilities.ts'
import type { Json } from '#kernel/json.ts'
import type { Database } from './db.ts'
import type { Logger } from './logger.ts'

export const OUTBOX_QUEUE = 'outbox'

interface Parcel {
  readonly job: string
  readonly payload: Json
}

export type RunJob = (name: string, payload: Json) => Promise<void>

export interface OutboxWorker extends Outbox {
  start(): Promise<void>
  /** Works off everything that is due now; resolves when nothing is left. Returns how many jobs failed. */
  drain(): Promise<number>
  stop(): Promise<void>
}

/** Every effect beyond the database leaves through here: written with the act that caused it, run after it, retried. */
export function createOutbox(database: Database, logger: Logger, runJob: RunJob): OutboxWorker {
  const db = { executeSql: (text: string, values: unknown[]) => database.pool.query(text, values) }
  const boss = new PgBoss({ db, migrate: false, schedule: false, monitorStateIntervalMinutes: 60 })
  boss.on('error', (error) => logger.warn({ error: error.message }, 'outbox'))
  let started: Promise<unknown> | undefined
  let timer: NodeJS.Timeout | undefined
  let draining: Promise<number> | undefined
  const ready = () => {
    started ??= boss.start()
    return started
  }

  async function drainOnce(): Promise<number> {
    await ready()
    let failed = 0
    for (;;) {
      const jobs = await boss.fetch<Parcel>(OUTBOX_QUEUE, { batchSize: 8 })
      if (jobs.length === 0) return failed
      for (const job of jobs) {
        try {
          await runJob(job.data.job, job.data.payload)
          await boss.complete(OUTBOX_QUEUE, job.id)
        } catch (error) {
          failed += 1
          const message = error instanceof Error ? error.message : String(error)
          logger.error({ job: job.data.job, error: message }, 'job failed, will be retried')
          await boss.fail(OUTBOX_QUEUE, job.id, { message })
        }
      }
    }
  }

  function drain(): Promise<number> {
    draining ??= drainOnce().finally(() => {
      draining = undefined
    })
    return draining
  }

  return {
    async send(tx, job, payload, options = {}) {
      await ready()
      const inTransaction = {
        executeSql: async (text: string, values: unknown[]) => {
          const result = await tx.executeQuery(CompiledQuery.raw(text, values))
          return { rows: result.rows, rowCount: result.rows.length }
        },
      }
      await boss.send(
        OUTBOX_QUEUE,
        { job, payload },
        {
          db: inTransaction,
          retryLimit: 12,
          retryDelay: 2,
          retryBackoff: true,
          ...(options.key ? { singletonKey: options.key } : {}),
          ...(options.startAfter ? { startAfter: options.startAfter } : {}),
        },
      )
    },
    async start() {
      await ready()
      timer = setInterval(() => {
        drain().catch((error: Error) => logger.warn({ error: error.message }, 'outbox not reachable'))
      }, 500)
    },
    drain,
    async stop() {
      clearInterval(timer)
      await draining?.catch(() => 0)
      if (started) await boss.stop({ graceful: false, wait: true })
    },
  }
}
