import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { compose } from '../src/compose.ts'
import { unsound } from '../src/soundness.ts'

/**
 * `npm run fsck`: recomputes the tree from the entries, replays every state from the log, re-hashes every stored file and
 * compares all of it with tables and published files. Same configuration as `npm start`. Exit 0 only where nothing disagrees.
 */
const config = readConfig(process.env)
const program = await compose(config, { clock: systemClock, kind: 'as-is' })
const found = await unsound({ ...program, dataDir: config.dataDir })
for (const { says } of found) console.log(says)
const { size } = await program.database.read
  .selectFrom('log_entry')
  .select(({ fn }) => fn.countAll<number>().as('size'))
  .executeTakeFirstOrThrow()
console.log(
  found.length === 0 ? `日志 ${size} 条与各表、已公布文件、存储文件一致。` : `共 ${found.length} 处不一致。`,
)
await program.close()
process.exit(found.length === 0 ? 0 : 1)
