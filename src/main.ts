import { serve } from '@hono/node-server'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { compose } from './compose.ts'
import { firstStepsFor } from './first-steps.ts'

/** Production start: configuration from the environment only; stops gracefully on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const program = await compose(config, { clock: systemClock, kind: 'production' })
  await program.startWork()
  const server = serve(
    {
      fetch: program.app.fetch,
      hostname: config.host,
      port: config.port,
      serverOptions: { keepAliveTimeout: 65_000 },
    },
    ({ port }) => {
      program.logger.info({ url: config.publicUrl, port }, '明鉴已启动')
    },
  )
  const steps = await firstStepsFor(program, config.publicUrl)
  if (steps) console.log(steps)

  let stopping = false
  async function stop(signal: string): Promise<void> {
    if (stopping) return
    stopping = true
    program.logger.info({ signal }, '正在停止：不再接收新请求，办完手头的事')
    await new Promise((resolve) => server.close(resolve))
    await program.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      stop(signal).then(
        () => process.exit(0),
        (error: Error) => {
          console.error(error.message)
          process.exit(1)
        },
      )
    })
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
