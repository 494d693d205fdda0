import { type Publication, publish } from '#log/publish.ts'
import type { Logger } from './logger.ts'

const EVERY_MS = 500

export interface Publisher {
  start(): void
  /** Publishes what has been sequenced until now; resolves with the published size. */
  now(): Promise<number>
  stop(): Promise<void>
}

/** Publishes about twice a second: whoever commits is in a signed checkpoint within a second. */
export function createPublisher(publication: Publication, logger: Logger): Publisher {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<number> | undefined

  function once(): Promise<number> {
    running ??= publish(publication)
      .then((size) => size ?? 0)
      .finally(() => {
        running = undefined
      })
    return running
  }

  return {
    start() {
      timer = setInterval(() => {
        once().catch((error: Error) =>
          logger.error({ error: error.message }, 'publication failed, will be retried'),
        )
      }, EVERY_MS)
    },
    async now() {
      // A run that is already under way may have read the size before the caller's entry: wait, then run again.
      await running?.catch(() => 0)
      return once()
    },
    async stop() {
      clearInterval(timer)
      await running?.catch(() => 0)
    },
  }
}
