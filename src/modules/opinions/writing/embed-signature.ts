import type { Files, Services, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { fromBase64 } from '#log/core/base64.ts'
import type { MadeSignature, OpinionRow, SigningKeyTable } from '../reading/opinion-rows.ts'
import { fieldOf, signatureOrder } from '../reading/signature-order.ts'

interface Given {
  readonly keyId: string
  readonly base: string
  readonly signingTime: string
  readonly signature: string
}

interface Facts {
  readonly opinion: OpinionRow
  readonly signatures: readonly MadeSignature[]
  readonly key:
    | (Pick<SigningKeyTable, 'id' | 'kind' | 'name' | 'demonstration'> & {
        readonly chain: readonly string[]
      })
    | undefined
}

/** Another signature came first, or another key was used: the person looks at the file anew. */
export function demandSameBase({ opinion, signatures, key }: Facts, input: Given): void {
  if (key !== undefined && input.keyId !== key.id)
    throw new Problem('stale-version', '签名用的不是您目前登记的密钥，请重新取得待签文件。')
  if (input.base === opinion.file_sha256) return
  const last = signatures.at(-1)
  const why = last ? `${last.name}刚刚在这份文件上签名` : '待签文件已经更新'
  throw new Problem('stale-version', `${why}，您的签名没有加上。请重新取得待签文件，查看后再签。`)
}

/** The file with the signature, stored under its hash. Nothing refers to it until the act is committed. */
export async function embedSignature(
  { opinion, key }: Facts,
  input: Given,
  given: { readonly files: Files; readonly services: Services; readonly actor: Actor },
): Promise<{ readonly sha256: string }> {
  const signature = fromBase64(input.signature)
  if (!key || !signature) throw new Problem('malformed', '签名值不是 base64。')
  const order = signatureOrder(
    key,
    fieldOf(opinion, key.kind, given.actor.accountId),
    new Date(input.signingTime),
  )
  const pdf = await given.services.documents.complete(await given.files.read(input.base), order, signature)
  return { sha256: await given.files.put(pdf) }
}

export async function attachSignature(
  tx: Tx,
  { opinion, key }: Facts,
  made: { readonly input: Given; readonly actor: Actor; readonly sha256: string },
): Promise<void> {
  if (!key) throw new Error('a signature was embedded without a key')
  await tx
    .insertInto('opinion_signature')
    .values({
      opinion_id: opinion.id,
      field: fieldOf(opinion, key.kind, made.actor.accountId),
      kind: key.kind,
      account_id: made.actor.accountId ?? '',
      name: key.name,
      key_id: key.id,
      signed_at: new Date(made.input.signingTime),
      base_sha256: made.input.base,
      file_sha256: made.sha256,
    })
    .execute()
  await tx
    .updateTable('opinion_document')
    .set({ file_sha256: made.sha256 })
    .where('id', '=', opinion.id)
    .executeTakeFirstOrThrow()
}
