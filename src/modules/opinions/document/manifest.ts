import type { OpinionData } from './opinion-data.ts'

/**
 * The manifest that is logged before anyone signs: everything the document says, the hashes of the evidence, and what
 * it was set with, so that the same document can be made again. The verifier reads `data` of it.
 */
export function manifestOf(data: OpinionData, tools: Readonly<Record<string, string>>): Uint8Array {
  const evidence = data.annexes.materials.flatMap(({ no, sha256 }) => (sha256 ? [{ no, sha256 }] : []))
  return new TextEncoder().encode(JSON.stringify({ version: 1, data, evidence, tools }))
}
