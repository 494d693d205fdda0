import { serve } from '@hono/node-server'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { compose } from '../../src/compose.ts'

/** The program as a process of its own, for tests that kill it. Same parts as npm start; people sign in by password alone. */
const config = readConfig(process.env)
const program = await compose(config, {
  clock: { ...systemClock, simulated: true },
  kind: 'demonstration',
  totpRequired: false,
  unlimited: true,
})
await program.startWork()
serve({ fetch: program.app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ port, setupCode: program.setupCode })}\n`)
})
