import { readCertificate } from '#verify/certificate.ts'
import type { Bytes } from '#verify/der.ts'
import { oid } from '#verify/object-identifiers.ts'
import { indexOfText, type PdfFile, readPdf } from '#verify/pdf-file.ts'
import { signatureFields } from '#verify/pdf-revisions.ts'
import { p256 } from '../pki/key-folder.ts'
import { signatureValue, signedAttributes, signedData } from '../pki/signed-data-writing.ts'
import type { TimeStampAuthority } from '../pki/time-stamp-authority.ts'
import { appendRevision, nextObjectNumber, textAt } from './append-revision.ts'
import { signaturePicture } from './signature-picture.ts'

/** One signature to be made. Both passes need the very same order. */
export interface SignatureOrder {
  readonly field: string
  /** DER certificates, the signer's first; the root is not needed. */
  readonly chain: readonly Uint8Array[]
  readonly kind: 'person' | 'seal'
  readonly name: string
  readonly reason: string
  readonly signingTime: Date
  readonly demonstration: boolean
}

export interface PreparedSignature {
  /** The DER signed attributes: what the person's key signs (ECDSA P-256 with SHA-256). */
  readonly toBeSigned: Bytes
  /** SHA-256 of the file as it will be signed: what is shown to the person before he signs. */
  readonly documentDigest: Bytes
  /** The very file that is signed, with room for the signature: he looks at it and can hash it himself. */
  readonly prepared: Bytes
}

/** The signature is not over this file by this certificate: the file changed meanwhile, or another key was used. */
export class SignatureMismatch extends Error {}

/** Room for the CMS with certificates and time stamp, in bytes; our own take about 3,000. */
const room = 10_240

/** First pass: what the person has to sign. The private key stays with him. */
export async function prepareSignature(pdf: Uint8Array, order: SignatureOrder): Promise<PreparedSignature> {
  const { covered, bytes } = layOut(pdf, order)
  const documentDigest = await sha256(covered)
  return { toBeSigned: await attributesFor(order, documentDigest), documentDigest, prepared: bytes }
}

/** Second pass: the file with the signature (r‖s of WebCrypto) and its time stamp, PAdES B-T (ETSI EN 319 142-1). */
export async function completeSignature(
  pdf: Uint8Array,
  order: SignatureOrder,
  given: { signature: Uint8Array; timeStamps: TimeStampAuthority },
): Promise<Bytes> {
  const { bytes, hole, covered } = layOut(pdf, order)
  const attributes = await attributesFor(order, await sha256(covered))
  await demandSignature(order, attributes, given.signature)
  const stamped = await sha256(signatureValue(given.signature))
  const timeStamp = await given.timeStamps.stamp(stamped)
  const { signature } = given
  const cms = signedData({ contentType: oid.data, attributes, signature, chain: order.chain, timeStamp })
  if (cms.length > room) throw new Error(`the signature needs ${cms.length} bytes, more than its room`)
  bytes.set(Buffer.from(Buffer.from(cms).toString('hex'), 'latin1'), hole)
  return bytes
}

/** The file with an empty signature: `hole` is where its digits begin, `covered` everything but them and their brackets. */
function layOut(pdf: Uint8Array, order: SignatureOrder): { bytes: Bytes; hole: number; covered: Bytes } {
  const file = readPdf(new Uint8Array(pdf))
  const field = signatureFields(file).find(({ name }) => name === order.field)
  if (!field) throw new Error(`no signature field ${order.field}`)
  if (field.signedBy !== undefined) throw new SignatureMismatch(`签名域 ${order.field} 已经签过名`)
  const number = nextObjectNumber(file)
  const pictures = signaturePicture(
    { ...order, at: order.signingTime, ...sizeOf(file, field.number) },
    number + 1,
  )
  const bytes = appendRevision(file, [
    { number, text: signatureDictionary(order) },
    ...pictures,
    { number: field.number, text: signedField(file, field.number, number) },
  ])
  const contents = indexOfText(bytes, '/Contents<', file.bytes.length, bytes.length) + '/Contents'.length
  const after = contents + 2 + 2 * room
  const range = [0, contents, after, bytes.length - after].map((n, i) =>
    i === 0 ? '0' : String(n).padStart(10, '0'),
  )
  const rangeAt = indexOfText(bytes, '/ByteRange[', file.bytes.length, bytes.length) + '/ByteRange['.length
  bytes.set(Buffer.from(range.join(' '), 'latin1'), rangeAt)
  const covered = new Uint8Array(bytes.length - (after - contents))
  covered.set(bytes.subarray(0, contents))
  covered.set(bytes.subarray(after), contents)
  return { bytes, hole: contents + 1, covered }
}

/** The time stands in /M and not among the signed attributes, as PAdES wants. */
function signatureDictionary({ name, reason, signingTime }: SignatureOrder): string {
  const at = signingTime.toISOString().slice(0, 19).replaceAll(/\D/g, '')
  return (
    `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:${at}Z)/Name${utf16(name)}/Reason${utf16(reason)}` +
    `/ByteRange[0 ${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)}]/Contents<${'0'.repeat(2 * room)}>>>`
  )
}

function utf16(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}

function sizeOf(file: PdfFile, field: number): { width: number; height: number } {
  const box = file.items(file.dict(file.object(field)?.value)?.get('Rect'))
  const [left = 0, bottom = 0, right = 0, top = 0] = box.map((n) => (n.kind === 'number' ? n.value : 0))
  return { width: right - left, height: top - bottom }
}

/** The field with its value and its picture; the rest of it stays as it is. */
function signedField(file: PdfFile, field: number, signature: number): string {
  const value = file.object(field)?.value
  const picture = value?.kind === 'dict' ? value.entries.get('AP') : undefined
  if (!value || !picture) throw new Error(`field ${field} has no picture`)
  const text = textAt(file, value)
  const [from, to] = [picture.start - value.start, picture.end - value.start]
  return `${text.slice(0, from)}<</N ${signature + 1} 0 R>>/V ${signature} 0 R${text.slice(to)}`
}

function attributesFor(order: SignatureOrder, messageDigest: Bytes): Promise<Bytes> {
  const [certificate] = order.chain
  if (!certificate) throw new Error('a signature needs a certificate')
  return signedAttributes({ contentType: oid.data, messageDigest, certificate })
}

async function demandSignature(
  order: SignatureOrder,
  attributes: Bytes,
  signature: Uint8Array,
): Promise<void> {
  const { publicKey } = readCertificate(new Uint8Array(order.chain[0] ?? []))
  const key = await globalThis.crypto.subtle.importKey('spki', publicKey.bytes, p256, false, ['verify'])
  const given = new Uint8Array(signature)
  if (given.length !== 64 || !(await globalThis.crypto.subtle.verify(p256, key, given, attributes))) {
    throw new SignatureMismatch('签名与待签文件或签名人证书不符：文件可能已被他人签署，请刷新后重新签名')
  }
}

async function sha256(data: Bytes): Promise<Bytes> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', data))
}
