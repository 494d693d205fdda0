import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chance, ReadDb, Services } from '#kernel/capabilities.ts'
import { signNote } from '#log/core/note.ts'
import { printVerifierKey } from '#log/core/note-key.ts'
import { proofFile } from '#log/prove.ts'
import type { TrustFile } from '#verify/trust-file.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { documents } from './documents.ts'
import type { LogIdentity } from './log-key.ts'
import { type CertificateAuthority, demonstrationAuthority } from './pki/certificate-authority.ts'
import { remoteTimeStampAuthority } from './pki/remote-time-stamp.ts'
import { localTimeStampAuthority, type TimeStampAuthority } from './pki/time-stamp-authority.ts'

declare module '#kernel/capabilities.ts' {
  interface Services {
    readonly certificates: CertificateAuthority
    readonly stamps: TimeStampAuthority
    /** What is made up in this installation, as printed on its documents; empty in the real world. */
    readonly demonstration: string
    /** The `.tlog-proof` of an entry with some fields opened, or undefined until a checkpoint covers it. */
    readonly proofOf: (index: number, open: readonly string[]) => Promise<string | undefined>
    /** Publishes what has been sequenced until now, for what must stand in a document at once. */
    readonly publishNow: () => Promise<number>
    /** A statement as a note signed with the log's key; its first line names its kind and can never be a checkpoint's. */
    readonly vouch: (kind: string, lines: readonly string[]) => Promise<string>
  }
}

/** Everything beyond database and files that acts use. Demonstration authorities say so in their names. */
export async function openServices(
  config: Pick<Config, 'dataDir' | 'tsaUrl' | 'tsaRootsFile' | 'publicUrl'>,
  given: { clock: Clock; chance: Chance; db: ReadDb; log: LogIdentity; publishNow: () => Promise<number> },
): Promise<Services> {
  const folder = join(config.dataDir, 'keys')
  const madeAt = given.clock.now()
  const randomBytes = given.chance.bytes
  const certificates = await demonstrationAuthority(folder, { at: madeAt, randomBytes })
  const local = config.tsaUrl
    ? undefined
    : await localTimeStampAuthority(folder, { now: given.clock.now, madeAt, randomBytes })
  const stamps = local ?? remoteTimeStampAuthority({ url: config.tsaUrl ?? '', randomBytes })
  const tsaRoots = local
    ? [local.rootPem]
    : config.tsaRootsFile
      ? [await readFile(config.tsaRootsFile, 'utf8')]
      : []
  const demonstration = certificates.demonstration || stamps.demonstration
  const trust: TrustFile = {
    version: 1,
    kind: demonstration ? 'demonstration' : 'production',
    log: { origin: given.log.trust.origin, vkey: printVerifierKey(given.log.signer.key) },
    caRoots: [certificates.rootPem],
    tsaRoots,
  }
  return {
    certificates,
    stamps,
    demonstration: [
      ...(demonstration ? ['所用证书和时间戳为演示'] : []),
      ...(given.clock.simulated ? ['所载时间为模拟时间'] : []),
    ].join('；'),
    trust,
    documents: documents(stamps, trust),
    publicUrl: config.publicUrl,
    proofOf: (index, open) => proofFile(given.db, { index, open }),
    publishNow: given.publishNow,
    vouch: (kind, lines) => {
      const { origin } = given.log.trust
      return signNote(`${[`${origin} ${kind}`, ...lines].join('\n')}\n`, given.log.signer)
    },
  }
}
