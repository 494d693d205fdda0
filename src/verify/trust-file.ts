import type { LogTrust } from '#log/core/checkpoint.ts'
import { parseVerifierKey } from '#log/core/note-key.ts'
import { type Certificate, certificatesOfPem } from './certificate.ts'
import { sha256 } from './sha256.ts'

/** Whom the reader trusts. It comes from him, never from the document that is checked. */
export interface TrustFile {
  readonly version: 1
  /** A demonstration's log, certificates and stamps prove nothing in law; every report says so. */
  readonly kind: 'demonstration' | 'production'
  readonly log: { readonly origin: string; readonly vkey: string }
  /** PEM certificates. */
  readonly caRoots: readonly string[]
  readonly tsaRoots: readonly string[]
}

/** The trust file ready for use. */
export interface Trust {
  readonly kind: TrustFile['kind']
  readonly log: LogTrust
  readonly caRoots: readonly Certificate[]
  readonly tsaRoots: readonly Certificate[]
}

/** The trust file cannot be used; the message says why. */
export class BadTrustFile extends Error {}

/** Reads `trust.json`, as text or as what it parses to. */
export function readTrust(file: unknown): Trust {
  const value = typeof file === 'string' ? parse(file) : file
  if (!isTrustFile(value))
    throw new BadTrustFile('信任文件的格式不正确：应含 version、kind、log、caRoots、tsaRoots')
  const key = parseVerifierKey(sha256, value.log.vkey)
  if (!key) throw new BadTrustFile('信任文件中的日志公钥（log.vkey）无法读取')
  try {
    return {
      kind: value.kind,
      log: { origin: value.log.origin, keys: [key] },
      caRoots: value.caRoots.flatMap(certificatesOfPem),
      tsaRoots: value.tsaRoots.flatMap(certificatesOfPem),
    }
  } catch (error) {
    throw new BadTrustFile('信任文件中的根证书无法读取', { cause: error })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadTrustFile('信任文件不是 JSON')
  }
}

function isTrustFile(value: unknown): value is TrustFile {
  if (typeof value !== 'object' || value === null) return false
  if (!('version' in value && 'kind' in value && 'log' in value && 'caRoots' in value && 'tsaRoots' in value))
    return false
  const { version, kind, log, caRoots, tsaRoots } = value
  if (version !== 1 || (kind !== 'demonstration' && kind !== 'production')) return false
  if (typeof log !== 'object' || log === null || !('origin' in log && 'vkey' in log)) return false
  if (typeof log.origin !== 'string' || typeof log.vkey !== 'string') return false
  return [caRoots, tsaRoots].every(
    (list) => Array.isArray(list) && list.every((pem) => typeof pem === 'string'),
  )
}
