import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#platform/clock.ts'
import { startInstance } from '../testing/instance.ts'
import { actsOf } from '../testing/large/acts.ts'
import { layDown } from '../testing/large/lay-down.ts'

/**
 * `npm run seed:large [-- FOLDER --institutions 10000 --appraisers 100000]`: a register of thirty years with the trace that the
 * pipeline would have left, in an embedded database of its own, published and then served as a demonstration.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    institutions: { type: 'string', default: '10000' },
    appraisers: { type: 'string', default: '100000' },
    port: { type: 'string', default: process.env.PORT ?? '8080' },
  },
})
const folder = positionals[0] ?? join(import.meta.dirname, '..', 'data', 'large')
const finished = join(folder, 'seeded')
const instance = await startInstance(folder, {
  clock: { ...systemClock, simulated: true },
  port: Number(values.port),
})
if (!existsSync(finished)) await layRegister()
console.log(`名录在 ${instance.url}/directory 。全部核对：`)
console.log(`  DATA_DIR=${join(folder, 'data')} EMBEDDED_DATABASE=${join(folder, 'postgres')} npm run fsck`)
await instance.program.startWork()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void instance.close().finally(() => process.exit(0)))

async function layRegister(): Promise<void> {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} 秒`
  const { ownerUrl, publisher } = instance.program
  const size = {
    institutions: Number(values.institutions),
    appraisers: Number(values.appraisers),
    years: [1996, 2025],
  } as const
  const { acts, entries } = await layDown(ownerUrl, actsOf(size))
  console.log(`装入 ${acts} 件、名录条目 ${entries} 条，用时 ${seconds()}`)
  console.log(`日志已公布到 ${(await publisher.now()) ?? 0} 条，共用时 ${seconds()}`)
  await writeFile(finished, systemClock.now().toISOString())
}
