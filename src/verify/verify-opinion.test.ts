import { execFile } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSignatureFields } from '#platform/pdf/signature-fields.ts'
import { sampleOpinion } from '#testing/sample-opinion.ts'
import {
  frozenAttachments,
  holder,
  issueOpinion,
  renderOpinion,
  type SigningWorld,
  signField,
  signingWorld,
} from '#testing/signed-opinion.ts'
import { checkSignature } from './check-signature.ts'
import { ascii, type Bytes } from './der.ts'
import { indexOfText, readPdf } from './pdf-file.ts'
import { signaturesOf } from './pdf-revisions.ts'
import { NotPdf } from './pdf-value.ts'
import { BadTrustFile, readTrust, type Trust } from './trust-file.ts'
import { verifyOpinion } from './verify-opinion.ts'

const run = promisify(execFile)
let world: SigningWorld
let issued: { pdf: Bytes; proof: string }
let trust: Trust

beforeAll(async () => {
  world = await signingWorld()
  issued = await issueOpinion(world, sampleOpinion())
  trust = readTrust(world.trust)
})
afterAll(() => world.dispose())

const broken = (findings: readonly { id: string; holds: boolean | null }[]) =>
  findings.filter(({ holds }) => holds === false).map(({ id }) => id)

function withByte(bytes: Bytes, at: number, byte: number): Bytes {
  const changed = new Uint8Array(bytes)
  changed[at] = byte
  return changed
}

/** Offsets of the digits of the last signature: the only bytes that no signature covers. */
function lastDigits(pdf: Bytes): { from: number; to: number; cmsEnd: number } {
  let from = -1
  for (let at = 0; at >= 0; at = indexOfText(pdf, '/Contents<', at + 1, pdf.length)) from = Math.max(from, at)
  const to = pdf.indexOf(0x3e, from)
  const cmsEnd = to - (/0*$/.exec(ascii(pdf.subarray(from, to)))?.[0].length ?? 0)
  return { from: from + '/Contents<'.length, to, cmsEnd }
}

describe('an issued opinion', () => {
  it('holds with its sidecar, and says what only the sidecar can prove without it', async () => {
    const whole = await verifyOpinion({ ...issued, trust })
    expect(broken(whole.findings)).toEqual([])
    expect(whole).toMatchObject({ ok: true, verdict: 'holds', demonstration: true })
    expect(whole.sentence).toContain('真实、完整，未被更改')
    expect(whole.sentence).toContain('演示')
    expect(whole.document).toMatchObject({
      opinionNo: '甲知鉴[2026]知鉴字第12号',
      verificationCode: 'K7QW2M9D',
    })
    expect(whole.signatures.map(({ field }) => field)).toEqual(['appraiser-1', 'appraiser-2', 'seal'])
    const alone = await verifyOpinion({ pdf: issued.pdf, trust })
    expect(alone.ok).toBe(true)
    expect(alone.sentence).toContain('最终登记未核对')
    expect(alone.findings).toContainEqual(
      expect.objectContaining({ id: 'issue', holds: null, sentence: '最终登记未核对' }),
    )
  })

  it('is found changed wherever one of 500 random bytes is another, also without the sidecar', async () => {
    const missed: number[] = []
    for (let i = 0; i < 500; i++) {
      const at = randomInt(issued.pdf.length)
      const byte = (issued.pdf[at] ?? 0) ^ randomInt(1, 256)
      const report = await verifyOpinion({ pdf: withByte(issued.pdf, at, byte), proof: issued.proof, trust })
      const ids = broken(report.findings)
      if (report.ok || report.verdict === 'untrusted' || !ids.includes('issue') || ids.length < 2)
        missed.push(at)
    }
    expect(missed).toEqual([])
  })

  it('is found changed at any digit of the last signature, which no signature covers', async () => {
    const { from, to, cmsEnd } = lastDigits(issued.pdf)
    const missed: number[] = []
    // All of them take a minute; each run takes another fourth.
    for (let at = from + randomInt(4); at < cmsEnd; at += 4) {
      const digit = Number.parseInt(ascii(issued.pdf.subarray(at, at + 1)), 16)
      const changed = withByte(issued.pdf, at, (digit ^ randomInt(1, 16)).toString(16).charCodeAt(0))
      if (await lastSignatureHolds(changed)) missed.push(at)
    }
    for (const at of [from - 2, from - 1, cmsEnd + 1, to - 1, to, to + 1]) {
      if (await lastSignatureHolds(withByte(issued.pdf, at, 0x31))) missed.push(at)
    }
    const letter =
      Array.from({ length: cmsEnd - from }, (_, i) => from + i).find((at) => (issued.pdf[at] ?? 0) > 0x60) ??
      0
    if (await lastSignatureHolds(withByte(issued.pdf, letter, (issued.pdf[letter] ?? 0) ^ 0x20)))
      missed.push(letter)
    expect(missed).toEqual([])
  })

  it('is told where a byte of its text was changed', async () => {
    const at = 150_000
    const pdf = withByte(issued.pdf, at, (issued.pdf[at] ?? 0) ^ 1)
    for (const proof of [issued.proof, undefined]) {
      const { changed } = await verifyOpinion({ pdf, proof, trust })
      expect(changed).toHaveLength(1)
      expect(changed[0]?.from).toBeLessThanOrEqual(at)
      expect(changed[0]?.to).toBeGreaterThan(at)
      expect(changed[0]?.sentence).toContain('对象')
    }
  })

  it('is told which save a byte was changed in, where only the signatures can say', async () => {
    const { from } = lastDigits(issued.pdf)
    const at = from - 40
    const { changed } = await verifyOpinion({
      pdf: withByte(issued.pdf, at, (issued.pdf[at] ?? 0) ^ 1),
      trust,
    })
    expect(changed).toEqual([
      { from: expect.any(Number), to: issued.pdf.length, sentence: expect.stringContaining('第 4 次追加') },
    ])
    expect(changed[0]?.from).toBeGreaterThan(issued.pdf.length - 60_000)
  })

  it('does not pass with a sidecar of which any byte was changed', async () => {
    const proof = Buffer.from(issued.proof)
    const missed: number[] = []
    for (let i = 0; i < 500; i++) {
      const at = randomInt(proof.length)
      const changed = Buffer.from(proof)
      changed[at] = (proof[at] ?? 0) ^ randomInt(1, 256)
      const report = await verifyOpinion({
        pdf: issued.pdf.subarray(0, 2000),
        proof: changed.toString('latin1'),
        trust,
      })
      const finding = report.findings.find(({ id }) => id === 'issue')
      if (finding?.holds !== false || finding.sentence !== '签发时的登记不能证实') missed.push(at)
    }
    expect(missed).toEqual([])
  })

  it.each([
    ['cut short', (pdf: Bytes) => pdf.slice(0, -1)],
    ['with something after its end', (pdf: Bytes) => new Uint8Array([...pdf, 10, 37])],
    ['with another save after the last signature', (pdf: Bytes) => appended(pdf)],
    ['of which the seal was cut off', (pdf: Bytes) => withoutLastRevision(pdf)],
    ['that is empty', () => new Uint8Array(0)],
    ['that is no PDF', () => new Uint8Array(randomBytes(5000))],
  ])('does not pass %s', async (_, change) => {
    const report = await verifyOpinion({ pdf: change(issued.pdf), trust })
    expect(report.ok).toBe(false)
    expect(['altered', 'unreadable']).toContain(report.verdict)
  })

  it('is intact but not believed where the trust file names others', async () => {
    const other = await signingWorld()
    const { log, caRoots, tsaRoots } = world.trust
    for (const [file, ids] of [
      [
        { ...world.trust, caRoots: other.trust.caRoots },
        ['signature.1.trust', 'signature.2.trust', 'signature.3.trust'],
      ],
      [
        { ...world.trust, tsaRoots: other.trust.tsaRoots },
        ['signature.1.trust', 'signature.2.trust', 'signature.3.trust'],
      ],
      [{ ...other.trust, caRoots, tsaRoots }, ['freeze', 'issue']],
      [{ ...world.trust, log: { ...log, origin: 'other.test/log' } }, ['freeze', 'issue']],
    ] as const) {
      const report = await verifyOpinion({ ...issued, trust: readTrust(file) })
      expect(report).toMatchObject({ ok: false, verdict: 'untrusted' })
      expect(broken(report.findings)).toEqual(ids)
      expect(report.sentence).toContain('不能视为核验通过')
    }
    await other.dispose()
  })

  it('does not pass with the proof of another opinion, nor carrying another manifest than was frozen', async () => {
    const second = await issueOpinion(world, { ...sampleOpinion(), opinionNo: '甲知鉴[2026]知鉴字第13号' })
    const report = await verifyOpinion({ pdf: issued.pdf, proof: second.proof, trust })
    expect(broken(report.findings)).toEqual(['issue'])
    const [manifest, proof] = await frozenAttachments(world, sampleOpinion())
    if (!manifest || !proof) throw new Error('no attachments')
    const { pdf, fields } = renderOpinion(sampleOpinion(), [{ ...manifest, bytes: Buffer.from('{}') }, proof])
    const swapped = await verifyOpinion({ pdf: await addSignatureFields(pdf, fields), trust })
    expect(swapped.findings).toContainEqual(
      expect.objectContaining({ id: 'freeze', holds: false, about: 'content' }),
    )
  })

  it('does not pass signed by others of the same authority than the frozen manifest names', async () => {
    const attachments = await frozenAttachments(world, sampleOpinion())
    const { pdf, fields } = renderOpinion(sampleOpinion(), attachments)
    let signed = await addSignatureFields(pdf, fields)
    for (const [field, name] of [
      ['appraiser-1', '张䶮'],
      ['appraiser-2', '王某'],
      ['seal', '甲知识产权鉴定所'],
    ] as const) {
      signed = await signField(world, signed, {
        field,
        by: await holder(world, field === 'seal' ? 'seal' : 'person', name),
      })
    }
    const report = await verifyOpinion({ pdf: signed, trust })
    expect(broken(report.findings)).toEqual(['signers'])
    expect(report.findings.find(({ id }) => id === 'signers')?.detail).toBe(
      '鉴定人签名 2 的证书属于“王某（演示）”',
    )
  })

  it('is incomplete while a signature or the seal is missing', async () => {
    const attachments = await frozenAttachments(world, sampleOpinion())
    const { pdf, fields } = renderOpinion(sampleOpinion(), attachments)
    const by = await holder(world, 'person', '张䶮')
    const signed = await signField(world, await addSignatureFields(pdf, fields), { field: 'appraiser-1', by })
    const report = await verifyOpinion({ pdf: signed, trust })
    expect(broken(report.findings)).toEqual(['complete', 'signers'])
    expect(report.findings.find(({ id }) => id === 'complete')?.detail).toBe('缺少：鉴定人签名 2 、机构印章')
  })

  it('is valid for poppler too', async (context) => {
    const there = await run('pdfsig', ['-v']).then(
      () => true,
      () => false,
    )
    if (!there) context.skip('pdfsig (poppler-utils) is not here')
    const folder = await mkdtemp(join(tmpdir(), 'mingjian-pdfsig-'))
    await writeFile(join(folder, 'opinion.pdf'), issued.pdf)
    const { stdout } = await run('pdfsig', ['-nocert', join(folder, 'opinion.pdf')])
    await rm(folder, { recursive: true })
    expect(stdout.match(/Signature is Valid/g)).toHaveLength(3)
    expect(stdout.match(/(?<!Not t)otal document signed/g)).toHaveLength(1)
  })
})

describe('the trust file', () => {
  it.each([
    ['is no JSON', '{'],
    ['lacks the log', { version: 1, kind: 'production', caRoots: [], tsaRoots: [] }],
    ['has another version', () => ({ ...world.trust, version: 2 })],
    [
      'has a log key with a slip',
      () => ({ ...world.trust, log: { origin: 'x', vkey: `${world.trust.log.vkey}A` } }),
    ],
    [
      'has a root that is no certificate',
      () => ({ ...world.trust, caRoots: ['-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----'] }),
    ],
  ])('is refused with a sentence where it %s', (_, file) => {
    expect(() => readTrust(typeof file === 'function' ? file() : file)).toThrow(BadTrustFile)
  })
})

/** Only the last signature: the whole check, a thousandfold, would take minutes. */
async function lastSignatureHolds(bytes: Bytes): Promise<boolean> {
  try {
    const pdf = readPdf(bytes)
    const last = signaturesOf(pdf).at(-1)
    if (last?.field !== 'seal') return false
    const { findings } = await checkSignature(pdf, last, { n: 3, trust })
    return findings.every(({ holds }) => holds === true)
  } catch (error) {
    if (error instanceof NotPdf) return false
    throw error
  }
}

function appended(pdf: Bytes): Bytes {
  const tail = ascii(pdf.subarray(-60))
  const previous = /startxref\n(\d+)/.exec(tail)?.[1]
  const root = /\/Root (\d+) 0 R/.exec(ascii(pdf.subarray(-4000)))?.[1]
  const object = `9999 0 obj\n<<>>\nendobj\n`
  const table = `xref\n9999 1\n${String(pdf.length).padStart(10, '0')} 00000 n \n`
  const end = `trailer\n<</Size 10000/Root ${root} 0 R/Prev ${previous}>>\nstartxref\n${pdf.length + object.length}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(object + table + end)]))
}

function withoutLastRevision(pdf: Bytes): Bytes {
  const text = Buffer.from(pdf).toString('latin1')
  return pdf.slice(0, text.lastIndexOf('%%EOF', text.length - 10) + 6)
}
