import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'

export interface Listening {
  readonly baseURL: string
  close(): void
}

/** A program behind a port of this machine, for a browser; connections outlive what a test thinks between two steps. */
export async function listening(program: {
  readonly app: { readonly fetch: (request: Request) => Response | Promise<Response> }
}): Promise<Listening> {
  const server: ReturnType<typeof serve> = await new Promise((resolve) => {
    const started = serve(
      {
        fetch: program.app.fetch,
        port: 0,
        hostname: '127.0.0.1',
        serverOptions: { keepAliveTimeout: 60_000 },
      },
      () => resolve(started),
    )
  })
  const { port } = server.address() as AddressInfo // a TCP server has one
  return { baseURL: `http://127.0.0.1:${port}`, close: () => void server.close() }
}
