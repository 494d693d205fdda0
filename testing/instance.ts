import { chmod, mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Clock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { freePort } from '#platform/embedded-database.ts'
import { compose, type Program } from '../src/compose.ts'
import type { Door } from './client.ts'

export interface Instance {
  readonly program: Program
  readonly url: string
  readonly door: Door
  close(): Promise<void>
}

/** A demonstration instance of its own: embedded PostgreSQL in `folder`, listening on loopback, nobody enlisted yet. */
export async function startInstance(
  folder: string,
  options: { clock: Clock; port?: number; database?: string },
): Promise<Instance> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755) // PostgreSQL may have to run as another user and must be able to enter
  const port = options.port ?? (await freePort())
  const config = readConfig({
    ...(options.database
      ? { DATABASE_URL: options.database }
      : { EMBEDDED_DATABASE: join(folder, 'postgres') }),
    DATA_DIR: join(folder, 'data'),
    PORT: String(port),
    LOG_LEVEL: 'error',
    LOG_ORIGIN: 'mingjian.demonstration/log',
  })
  const program = await compose(config, {
    clock: options.clock,
    kind: 'demonstration',
    totpRequired: false,
    unlimited: true,
  })
  const listening = await new Promise<{ port: number; stop: () => Promise<void> }>((resolve) => {
    const server = serve(
      { fetch: program.app.fetch, hostname: config.host, port, serverOptions: { keepAliveTimeout: 60_000 } },
      (address: AddressInfo) =>
        resolve({ port: address.port, stop: () => new Promise((done) => server.close(() => done())) }),
    )
  })
  const url = `http://${config.host}:${listening.port}`
  return {
    program,
    url,
    door: (path, init) => fetch(`${url}${path}`, init),
    async close() {
      await listening.stop()
      await program.close()
    },
  }
}
