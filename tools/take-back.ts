import { join } from 'node:path'
import { beijingTime } from '#kernel/beijing.ts'
import { takeBack } from '#log/take-back.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { systemChance } from '#platform/ids.ts'
import { localTileStore } from '#platform/tile-store.ts'
import { compose } from '../src/compose.ts'

/**
 * `npx tsx tools/take-back.ts`: part of a lawful restore (docs/operations.md, 恢复). Takes the published leaves that an older
 * copy of the database lacks back into it and lists the deeds whose content is lost. Same configuration as `npm start`,
 * which must not be running.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const program = await compose(config, { clock: systemClock, kind: 'as-is' })
  try {
    const store = localTileStore(join(config.dataDir, 'log'), systemChance)
    const taken = await takeBack({ db: program.database.kysely, store, trust: program.log.trust })
    for (const { index, op, at } of taken) console.log(`第 ${index} 号  ${beijingTime(new Date(at))}  ${op}`)
    console.log(`已取回 ${taken.length} 条公开叶子。以上各项办理的内容已经丢失，须逐项核实后重新办理。`)
  } finally {
    await program.close()
  }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
