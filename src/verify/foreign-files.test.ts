import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SigningWorld, signingWorld } from '#testing/signed-opinion.ts'
import { readPdf } from './pdf-file.ts'
import { signaturesOf } from './pdf-revisions.ts'
import { readContainer } from './signature-container.ts'
import { readSignedData } from './signed-data.ts'
import { readTrust, type Trust } from './trust-file.ts'
import { verifyOpinion } from './verify-opinion.ts'

const corpus = join(import.meta.dirname, '../../../shared/data/signed-pdf')
const here = existsSync(corpus)
let world: SigningWorld

beforeAll(async () => {
  world = await signingWorld()
})
afterAll(() => world.dispose())

/** Our log, and whatever certificates the file itself carries taken for roots: the most that trust could give. */
function generousTrust(bytes: Uint8Array): Trust {
  const trust = readTrust(world.trust)
  try {
    const pdf = readPdf(new Uint8Array(bytes))
    const caRoots = signaturesOf(pdf).flatMap((s) => readSignedData(readContainer(pdf, s).cms).certificates)
    return { ...trust, caRoots }
  } catch {
    return trust
  }
}

async function judge(name: string) {
  const pdf = readFileSync(join(corpus, name))
  const report = await verifyOpinion({ pdf, trust: generousTrust(pdf) })
  return { report, of: (id: string) => report.findings.find((finding) => finding.id === id)?.holds }
}

describe.skipIf(!here)('signed PDFs of others (data not here)', () => {
  it('are never accepted: they are no opinions of ours', async () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pdf'),
    )
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) expect((await judge(name)).report.ok, name).toBe(false)
  })

  it('an honest certification is intact, covers its file, and lacks only our form', async () => {
    const { of } = await judge('certified-with-indirect-refs-in-dir.pdf')
    expect(of('signature.1.integrity')).toBe(true)
    expect(of('signature.1.coverage')).toBe(true)
    expect(of('signature.1.form')).toBe(false)
  })

  it('a file with bytes after what was signed is intact as far as signed, but its reach is refused', async () => {
    const { report, of } = await judge('coverage-anomalies/tail-uncovered.pdf')
    expect(of('signature.1.integrity')).toBe(true)
    expect(of('signature.1.coverage')).toBe(false)
    expect(of('revisions')).toBe(false)
    expect(report.verdict).toBe('altered')
  })

  it('an empty signature is no signature', async () => {
    const { of } = await judge('coverage-anomalies/base.pdf')
    expect(of('signature.1.integrity')).toBe(false)
  })

  it('a save that replaces a form’s contents after signing is refused, even where other rules would allow it', async () => {
    const { of } = await judge('form-update-override-appearance-stream.pdf')
    expect(of('signature.1.integrity')).toBe(true)
    expect(of('signature.2.coverage')).toBe(false)
  })

  it('a file with compressed cross-references is not read at all', async () => {
    expect((await judge('minimal-two-fields-signed-twice.pdf')).report.verdict).toBe('unreadable')
  })
})
