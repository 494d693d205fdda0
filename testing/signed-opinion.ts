import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toJson } from '#kernel/json.ts'
import { toBase64url } from '#log/core/base64.ts'
import { checkpointText } from '#log/core/checkpoint.ts'
import { commit, leafText, type OpenedField } from '#log/core/leaf.ts'
import { rootOf } from '#log/core/merkle.ts'
import { signNote } from '#log/core/note.ts'
import { printVerifierKey } from '#log/core/note-key.ts'
import { inclusionRanges } from '#log/core/proof.ts'
import { printOpenedLeaf } from '#log/core/receipt.ts'
import { printTlogProof } from '#log/core/tlog-proof.ts'
import { sha256, tree } from '#log/node-hash.ts'
import { ed25519Signer } from '#log/signer.ts'
import { manifestOf } from '#modules/opinions/document/manifest.ts'
import { appraiserField, type OpinionData, sealField } from '#modules/opinions/document/opinion-data.ts'
import { opinionTemplate } from '#modules/opinions/document/opinion-template.ts'
import { printedOpinion } from '#modules/opinions/document/printed-opinion.ts'
import { type Attachment, render } from '#platform/pdf/render.ts'
import { completeSignature, prepareSignature, type SignatureOrder } from '#platform/pdf/sign.ts'
import { addSignatureFields } from '#platform/pdf/signature-fields.ts'
import { toolVersions } from '#platform/pdf/tool-versions.ts'
import { type CertificateAuthority, demonstrationAuthority } from '#platform/pki/certificate-authority.ts'
import { p256, signWith } from '#platform/pki/key-folder.ts'
import { type LocalTimeStampAuthority, localTimeStampAuthority } from '#platform/pki/time-stamp-authority.ts'
import { blockHashes } from '#verify/changed-blocks.ts'
import { freeze, issue } from '#verify/check-log.ts'
import type { Bytes } from '#verify/der.ts'
import type { TrustFile } from '#verify/trust-file.ts'

const origin = 'mingjian.test/log'
const at = new Date('2026-03-02T06:05:00Z')

/** Authorities, a log and keys enough to issue opinions, without a database. */
export interface SigningWorld {
  readonly ca: CertificateAuthority
  readonly tsa: LocalTimeStampAuthority
  readonly trust: TrustFile
  /** Appends an entry after some others and hands out its proof file with the fields laid open. */
  prove(op: string, fields: Record<string, string>): Promise<string>
  dispose(): Promise<void>
}

export async function signingWorld(): Promise<SigningWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-pki-'))
  const ca = await demonstrationAuthority(folder, { at, randomBytes })
  const tsa = await localTimeStampAuthority(folder, { now: () => at, madeAt: at, randomBytes })
  const signer = ed25519Signer(origin, generateKeyPairSync('ed25519').privateKey)
  const leaves: Uint8Array[] = Array.from({ length: 5 }, () => tree.leaf(randomBytes(40)))
  const vkey = printVerifierKey(signer.key)
  return {
    ca,
    tsa,
    trust: {
      version: 1,
      kind: 'demonstration',
      log: { origin, vkey },
      caRoots: [ca.rootPem],
      tsaRoots: [tsa.rootPem],
    },
    async prove(op, fields) {
      const opened = Object.entries(fields).map(([field, value]): [string, OpenedField] => [
        field,
        { salt: toBase64url(randomBytes(32)), value },
      ])
      const c = Object.fromEntries(opened.map(([field, open]) => [field, commit(sha256, field, open)]))
      const index = leaves.length
      const leaf = leafText({ v: 1, index, op, at: at.toISOString(), c })
      leaves.push(tree.leaf(Buffer.from(leaf)), tree.leaf(randomBytes(40)))
      const hashes = inclusionRanges(index, leaves.length).map(([from, to]) =>
        rootOf(tree, leaves.slice(from, to)),
      )
      const root = rootOf(tree, leaves)
      const checkpoint = await signNote(
        checkpointText({ origin, size: leaves.length, root, extensions: [] }),
        signer,
      )
      return printTlogProof({
        index,
        hashes,
        checkpoint,
        extra: printOpenedLeaf({ leaf, opened: Object.fromEntries(opened) }),
      })
    },
    dispose: () => rm(folder, { recursive: true }),
  }
}

/** A person's or an institution's key as a browser makes it, with its certificate. */
export interface Holder {
  readonly name: string
  readonly kind: 'person' | 'seal'
  readonly chain: readonly Uint8Array[]
  sign(data: Uint8Array): Promise<Uint8Array>
}

export async function holder(world: SigningWorld, kind: 'person' | 'seal', name: string): Promise<Holder> {
  const keys = await globalThis.crypto.subtle.generateKey(p256, false, ['sign', 'verify'])
  const publicKey = new Uint8Array(await globalThis.crypto.subtle.exportKey('spki', keys.publicKey))
  const challenge = randomBytes(32)
  const possession = await signWith(keys.privateKey, challenge)
  const chain = await world.ca.issue({ publicKey, challenge, possession, kind, name }, at)
  return { name, kind, chain, sign: (data) => signWith(keys.privateKey, data) }
}

export function renderOpinion(data: OpinionData, attachments: readonly Attachment[]) {
  return render({
    template: opinionTemplate,
    data: toJson(printedOpinion(data)),
    at,
    qr: data.checkUrl,
    attachments,
  })
}

/** Both passes of one signature, the way browser and server share them. */
export async function signField(
  world: SigningWorld,
  pdf: Bytes,
  signing: { field: string; by: Holder },
): Promise<Bytes> {
  const { field, by } = signing
  const order: SignatureOrder = {
    field,
    chain: by.chain,
    kind: by.kind,
    name: by.name,
    reason: by.kind === 'seal' ? '签发鉴定意见书' : '本人对鉴定意见负责',
    signingTime: at,
    demonstration: true,
  }
  const { toBeSigned } = await prepareSignature(pdf, order)
  return completeSignature(pdf, order, { signature: await by.sign(toBeSigned), timeStamps: world.tsa })
}

/** A frozen, signed, sealed and registered opinion with its sidecar. */
export async function issueOpinion(
  world: SigningWorld,
  data: OpinionData,
): Promise<{ pdf: Bytes; proof: string; attachments: readonly Attachment[] }> {
  const attachments = await frozenAttachments(world, data)
  const { pdf: rendered, fields } = renderOpinion(data, attachments)
  let pdf = await addSignatureFields(rendered, fields)
  for (const [i, { name }] of data.signatories.entries()) {
    pdf = await signField(world, pdf, { field: appraiserField(i), by: await holder(world, 'person', name) })
  }
  pdf = await signField(world, pdf, {
    field: sealField,
    by: await holder(world, 'seal', data.institution.name),
  })
  const proof = await world.prove(issue.op, {
    [issue.field]: hex(pdf),
    [issue.blocks]: await blockHashes(pdf),
  })
  return { pdf, proof, attachments }
}

export async function frozenAttachments(world: SigningWorld, data: OpinionData): Promise<Attachment[]> {
  const manifest = manifestOf(data, toolVersions(opinionTemplate))
  const proof = await world.prove(freeze.op, { [freeze.field]: hex(manifest) })
  return [
    {
      name: freeze.manifest,
      bytes: manifest,
      mime: 'application/json',
      description: '定稿清单',
      relationship: 'source',
    },
    {
      name: freeze.proof,
      bytes: Buffer.from(proof),
      mime: 'text/plain',
      description: '定稿登记证明',
      relationship: 'supplement',
    },
  ]
}

export function hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
