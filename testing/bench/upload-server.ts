import { serve } from '@hono/node-server'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { compose } from '../../src/compose.ts'

/** The platform alone in a process, so that its memory can be read; without one-time codes, for the bench signs in often. */
const config = readConfig(process.env)
const program = await compose(config, {
  clock: systemClock,
  kind: 'demonstration',
  totpRequired: false,
  unlimited: true,
})
serve({ fetch: program.app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
  console.log(`listening ${port}`)
})
