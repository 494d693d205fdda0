import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Problem } from '#kernel/problem.ts'
import type { Bytes } from '#verify/der.ts'
import { readTrust, type TrustFile } from '#verify/trust-file.ts'
import { verifyOpinion } from '#verify/verify-opinion.ts'
import { type Expected, readBack } from './pdf/read-back.ts'
import { RenderFailed, type RenderOrder, render } from './pdf/render.ts'
import {
  completeSignature,
  type PreparedSignature,
  prepareSignature,
  SignatureMismatch,
  type SignatureOrder,
} from './pdf/sign.ts'
import { addSignatureFields } from './pdf/signature-fields.ts'
import { type TimeStampAuthority, TimeStampFailed } from './pki/time-stamp-authority.ts'

declare module '#kernel/capabilities.ts' {
  interface Services {
    readonly documents: Documents
    /** What the public `trust.json` says: whom a reader of our documents has to trust. */
    readonly trust: TrustFile
    /** Under which address readers reach the platform; printed in documents. */
    readonly publicUrl: string
  }
}

/** Setting, signing and reading back documents. All of it takes tens to hundreds of milliseconds: never in a transaction. */
export interface Documents {
  /** What made the document, for its manifest. */
  readonly tools: Readonly<Record<string, string>>
  /** The document with its empty signature fields, or why it cannot be set. */
  set(
    order: RenderOrder,
  ): Promise<{ readonly pdf: Bytes; readonly pages: number } | { readonly says: string }>
  /** First pass: what the person's key is to sign. */
  prepare(pdf: Uint8Array, order: SignatureOrder): Promise<PreparedSignature>
  /**
   * Second pass: signature and time stamp embedded and verified. Refuses with stale-version where the signature is not over
   * this file, with unavailable where no time stamp is to be had; then nothing was made.
   */
  complete(pdf: Uint8Array, order: SignatureOrder, signature: Uint8Array): Promise<Bytes>
  /** What differs between the finished file and what it was made from, in Chinese; empty where nothing does. */
  faults(pdf: Uint8Array, expected: Omit<Expected, 'trust'>): Promise<readonly string[]>
}

export function documents(stamps: TimeStampAuthority, trustFile: TrustFile): Documents {
  const trust = readTrust(trustFile)
  return {
    tools: toolVersions(),
    async set(order) {
      try {
        const { pdf, pages, fields } = render(order)
        return { pdf: await addSignatureFields(pdf, fields), pages }
      } catch (error) {
        if (error instanceof RenderFailed) return { says: error.message }
        throw error
      }
    },
    prepare: prepareSignature,
    async complete(pdf, order, signature) {
      const signed = await completeSignature(pdf, order, { signature, timeStamps: stamps }).catch(refusal)
      const { findings } = await verifyOpinion({ pdf: signed, trust })
      const broken = findings.filter(({ id, holds }) => id.startsWith('signature.') && holds !== true)
      if (broken.length === 0) return signed
      const said = broken
        .map(({ sentence, detail }) => `${sentence}${detail ? `（${detail}）` : ''}`)
        .join('；')
      throw new Problem('unavailable', `签名没有办成：${said}。请告知管理员检查证书和时间戳服务后重试。`)
    },
    async faults(pdf, expected) {
      return (await readBack(pdf, { ...expected, trust })).faults
    },
  }
}

function refusal(error: unknown): never {
  if (error instanceof SignatureMismatch) throw new Problem('stale-version', `${error.message}。`)
  if (error instanceof TimeStampFailed)
    throw new Problem('unavailable', `${error.message}。没有盖上时间戳，签名没有生效，也没有留下半成品。`)
  throw error
}

function toolVersions(): Readonly<Record<string, string>> {
  const require = createRequire(import.meta.url)
  const names = ['@myriaddreamin/typst-ts-node-compiler', '@expo-google-fonts/noto-serif-sc']
  const versions = names.map((name): [string, string] => {
    const found: unknown = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8'))
    return [name, typeof found === 'object' && found && 'version' in found ? String(found.version) : '']
  })
  return { node: process.version, ...Object.fromEntries(versions) }
}
