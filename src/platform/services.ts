import { join } from 'node:path'
import type { Chance, ReadDb, Services } from '#kernel/capabilities.ts'
import { printVerifierKey } from '#log/core/note-key.ts'
import { proofFile } from '#log/prove.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { LogIdentity } from './log-key.ts'
import { type CertificateAuthority, demonstrationAuthority } from './pki/certificate-authority.ts'
import { remoteTimeStampAuthority } from './pki/remote-time-stamp.ts'
import { localTimeStampAuthority, type TimeStampAuthority } from './pki/time-stamp-authority.ts'

declare module '#kernel/capabilities.ts' {
  interface Services {
    readonly certificates: CertificateAuthority
    readonly stamps: TimeStampAuthority
    /** PEM roots of the time-stamp authorities in use; empty where the external one's root is configured elsewhere. */
    readonly stampRoots: readonly string[]
    /** Under which name and key the log is published. */
    readonly log: { readonly origin: string; readonly vkey: string }
    /** The `.tlog-proof` of an entry with some fields opened, or undefined until a checkpoint covers it. */
    readonly proofOf: (index: number, open: readonly string[]) => Promise<string | undefined>
  }
}

/** Everything beyond database and files that acts use. Demonstration authorities say so in their names. */
export async function openServices(
  config: Pick<Config, 'dataDir' | 'tsaUrl'>,
  given: { clock: Clock; chance: Chance; db: ReadDb; log: LogIdentity },
): Promise<Services> {
  const folder = join(config.dataDir, 'keys')
  const madeAt = given.clock.now()
  const randomBytes = given.chance.bytes
  const certificates = await demonstrationAuthority(folder, { at: madeAt, randomBytes })
  const local = config.tsaUrl
    ? undefined
    : await localTimeStampAuthority(folder, { now: given.clock.now, madeAt, randomBytes })
  return {
    certificates,
    stamps: local ?? remoteTimeStampAuthority({ url: config.tsaUrl ?? '', randomBytes }),
    stampRoots: local ? [local.rootPem] : [],
    log: { origin: given.log.trust.origin, vkey: printVerifierKey(given.log.signer.key) },
    proofOf: (index, open) => proofFile(given.db, { index, open }),
  }
}
