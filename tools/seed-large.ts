import { parseArgs } from 'node:util'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { compose } from '../src/compose.ts'
import { actsOf } from '../testing/large/acts.ts'
import { layDown } from '../testing/large/lay-down.ts'

/**
 * `npm run seed:large [-- --institutions 10000 --appraisers 100000]`: a register of thirty years in an empty database, with
 * the trace that the pipeline would have left, then published. Same configuration as `npm start`; a demonstration for ever.
 */
const { values } = parseArgs({
  options: {
    institutions: { type: 'string', default: '10000' },
    appraisers: { type: 'string', default: '100000' },
  },
})
const config = readConfig(process.env)
const program = await compose(config, { clock: systemClock, kind: 'demonstration' })
const size = {
  institutions: Number(values.institutions),
  appraisers: Number(values.appraisers),
  years: [1996, 2025],
} as const
const began = performance.now()
const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} 秒`
const done = await layDown(program.ownerUrl, actsOf(size))
console.log(`装入 ${done.acts} 件、名录条目 ${done.entries} 条，用时 ${seconds()}`)
const published = await program.publisher.now()
console.log(`日志已公布到 ${published ?? 0} 条，共用时 ${seconds()}`)
await program.close()
