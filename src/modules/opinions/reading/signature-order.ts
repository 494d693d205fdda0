import type { Services } from '#kernel/capabilities.ts'
import { fromBase64 } from '#log/core/base64.ts'
import { sealField } from '../document/opinion-data.ts'
import type { OpinionRow, SignatureTable, SigningKeyTable } from './opinion-rows.ts'

type Order = Parameters<Services['documents']['prepare']>[1]
type Key = Pick<SigningKeyTable, 'kind' | 'name' | 'demonstration'> & { readonly chain: readonly string[] }

/** The field that this person is to fill; empty where he has none. */
export function fieldOf(
  opinion: Pick<OpinionRow, 'signatories'>,
  kind: SignatureTable['kind'],
  accountId: string | null,
): string {
  if (kind === 'seal') return sealField
  return opinion.signatories.find((each) => each.accountId === accountId)?.field ?? ''
}

/** One signature to be made; both passes give the very same order. */
export function signatureOrder(key: Key, field: string, signingTime: Date): Order {
  return {
    field,
    chain: key.chain.map((certificate) => fromBase64(certificate) ?? new Uint8Array(0)),
    kind: key.kind,
    name: key.name,
    reason: key.kind === 'seal' ? '签发鉴定意见书' : '本人对鉴定意见负责',
    signingTime,
    demonstration: key.demonstration,
  }
}
