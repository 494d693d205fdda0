import { randomBytes } from 'node:crypto'
import { append } from '#log/append.ts'
import { checkpointPath, type TileStore } from '#log/publish.ts'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db.ts'
import { commitBeforeFlush } from '#platform/durable.ts'
import { createLogger } from '#platform/logger.ts'
import { createPublisher } from '#platform/publisher.ts'
import { amount, type Figure, quantile, rounded, secondsOf } from './figure.ts'
import { grounds } from './grounds.ts'

const CLIENTS = 64
const ENTRIES = amount(10_000)

/** 64 clients append as fast as they can, each entry in a transaction of its own, while the publisher runs. */
export async function appendEntries(): Promise<readonly Figure[]> {
  const ground = await grounds()
  const program = await ground.open()
  const logger = createLogger('error')
  const database = openDatabase(ground.server.urlOf('bench'), logger, CLIENTS)
  try {
    const seen: { size: number; at: number }[] = []
    const publisher = createPublisher(
      {
        db: database.kysely,
        store: watched(ground.tiles(), (size) => seen.push({ size, at: performance.now() })),
        signer: program.log.signer,
        trust: program.log.trust,
        now: systemClock.now,
      },
      logger,
    )
    publisher.start()
    const committedAt: number[] = []
    let left = ENTRIES
    const client = async () => {
      while (left-- > 0) {
        const { index } = await database.kysely
          .transaction()
          .setIsolationLevel('read committed')
          .execute(async (tx) => {
            await commitBeforeFlush(tx, '20s')
            return append(tx, entry(), { randomBytes })
          })
        committedAt[index] = performance.now()
        await database.flushed()
      }
    }
    const seconds = await secondsOf(() => Promise.all(Array.from({ length: CLIENTS }, client)))
    await publisher.now()
    await publisher.stop()
    const waits = committedAt.map((at, index) => (publishedAt(seen, index) - at) / 1000)
    const value = rounded(ENTRIES / seconds)
    const slowest = rounded(Math.max(...waits), 2)
    const p99 = rounded(quantile(waits, 0.99), 2)
    return [
      {
        name: 'append',
        value,
        unit: '条/秒',
        against: `${CLIENTS} 个客户端，${ENTRIES} 条，每条一个事务、落盘（fsync 开）后才算数，发布任务同时运行`,
        goal: '≥ 1000',
        holds: value >= 1000,
      },
      {
        name: 'append-to-published',
        value: slowest,
        unit: '秒（最长）',
        against: `同一次运行中每条从提交到写出包含它的检查点；p99 ${p99} 秒，检查点 ${seen.length} 个`,
        goal: '≤ 2',
        holds: slowest <= 2,
      },
    ]
  } finally {
    await database.close()
    await program.close()
    await ground.clear()
  }
}

/** About what a small command leaves: who, what about, what was typed. */
function entry() {
  return {
    op: 'bench.append',
    at: systemClock.now().toISOString(),
    fields: {
      subject: { type: 'commission', id: '01980000-0000-7000-8000-000000000000' },
      by: { kind: 'person', name: '王受理', organisation: '甲知识产权鉴定中心', roles: ['INTAKE_CLERK'] },
      input: { note: '鉴定事项均为专门性事实问题，材料齐备。' },
    },
  }
}

function watched(store: TileStore, seen: (size: number) => void): TileStore {
  return {
    ...store,
    async write(path, bytes) {
      await store.write(path, bytes)
      if (path === checkpointPath) seen(Number(Buffer.from(bytes).toString().split('\n')[1]))
    },
  }
}

function publishedAt(seen: readonly { size: number; at: number }[], index: number): number {
  return seen.find(({ size }) => size > index)?.at ?? Number.POSITIVE_INFINITY
}
