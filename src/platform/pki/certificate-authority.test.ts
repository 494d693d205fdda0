import { randomBytes, X509Certificate } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificatesOfPem, readCertificate } from '#verify/certificate.ts'
import { certificationPath } from '#verify/certification-path.ts'
import {
  type CertificateAuthority,
  demonstrationAuthority,
  PossessionNotProven,
} from './certificate-authority.ts'
import { p256, signWith } from './key-folder.ts'

const at = new Date('2026-03-02T06:05:00Z')
let folder = ''
let authority: CertificateAuthority

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingjian-ca-'))
  authority = await demonstrationAuthority(folder, { at, randomBytes })
})
afterAll(() => rm(folder, { recursive: true }))

async function order() {
  const keys = await globalThis.crypto.subtle.generateKey(p256, false, ['sign', 'verify'])
  const publicKey = new Uint8Array(await globalThis.crypto.subtle.exportKey('spki', keys.publicKey))
  const challenge = randomBytes(32)
  const possession = await signWith(keys.privateKey, challenge)
  return {
    publicKey,
    challenge,
    possession,
    kind: 'person',
    name: '#0张䶮,CN=x',
    organisation: '甲鉴定所',
    number: '3103-001',
  } as const
}

describe('the demonstration certificate authority', () => {
  it('certifies a key whose holder proved that he has it, and says 演示 in every name', async () => {
    const [bytes = new Uint8Array()] = await authority.issue(await order(), at)
    const certificate = readCertificate(bytes)
    expect(certificate.subjectName).toBe('#0张䶮,CN=x（演示）')
    const roots = certificatesOfPem(authority.rootPem)
    const asked = { signer: certificate, others: [], roots, purpose: 'document' } as const
    expect(await certificationPath({ ...asked, at: at.getTime() })).toHaveProperty('chain')
    expect(await certificationPath({ ...asked, at: at.getTime() + 4 * 366 * 86_400_000 })).toHaveProperty(
      'refused',
    )
    expect(await certificationPath({ ...asked, roots: [], at: at.getTime() })).toHaveProperty('refused')
    const read = new X509Certificate(bytes)
    expect(read.verify(new X509Certificate(authority.rootPem).publicKey)).toBe(true)
    expect(`${read.subject}${read.issuer}`).toContain('DEMONSTRATION')
  })

  it.each([
    [
      'a proof made with another key',
      async () => ({ ...(await order()), possession: (await order()).possession }),
    ],
    ['a proof over another challenge', async () => ({ ...(await order()), challenge: randomBytes(32) })],
    ['something that is not a key', async () => ({ ...(await order()), publicKey: randomBytes(91) })],
  ])('refuses %s', async (_, wrong) => {
    await expect(authority.issue(await wrong(), at)).rejects.toThrow(PossessionNotProven)
  })
})
