import { join } from 'node:path'
import type { Chance, ReadDb, Services } from '#kernel/capabilities.ts'
import { proofFile } from '#log/prove.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { type CertificateAuthority, demonstrationAuthority } from './pki/certificate-authority.ts'
import { remoteTimeStampAuthority } from './pki/remote-time-stamp.ts'
import { localTimeStampAuthority, type TimeStampAuthority } from './pki/time-stamp-authority.ts'

declare module '#kernel/capabilities.ts' {
  interface Services {
    readonly certificates: CertificateAuthority
    readonly stamps: TimeStampAuthority
    /** PEM roots of the time-stamp authorities in use; empty where the external one's root is configured elsewhere. */
    readonly stampRoots: readonly string[]
    /** The `.tlog-proof` of an entry with some fields opened, or undefined until a checkpoint covers it. */
    readonly proofOf: (index: number, open: readonly string[]) => Promise<string | undefined>
  }
}

/** Everything beyond database and files that acts use. Demonstration authorities say so in their names. */
export async function openServices(
  config: Pick<Config, 'dataDir' | 'tsaUrl'>,
  given: { clock: Clock; chance: Chance; db: ReadDb; madeAt: Date },
): Promise<Services> {
  const folder = join(config.dataDir, 'keys')
  const randomBytes = given.chance.bytes
  const certificates = await demonstrationAuthority(folder, { at: given.madeAt, randomBytes })
  const local = config.tsaUrl
    ? undefined
    : await localTimeStampAuthority(folder, { now: given.clock.now, madeAt: given.madeAt, randomBytes })
  return {
    certificates,
    stamps: local ?? remoteTimeStampAuthority({ url: config.tsaUrl ?? '', randomBytes }),
    stampRoots: local ? [local.rootPem] : [],
    proofOf: (index, open) => proofFile(given.db, { index, open }),
  }
}
