import type { ReadDb, Services } from '#kernel/capabilities.ts'
import { type Json, toJson } from '#kernel/json.ts'
import { freeze as names } from '#verify/check-log.ts'
import { opinionData } from '../document/opinion-data.ts'
import { opinionTemplate } from '../document/opinion-template.ts'
import { printedOpinion } from '../document/printed-opinion.ts'
import { entryOf, type OpinionRow } from './opinion-rows.ts'

/** What the document is made from: for setting it, and for comparing it with what came out. */
export async function frozenDocument(db: ReadDb, opinion: OpinionRow, services: Services) {
  const index = await entryOf(db, { op: names.op, at: opinion.frozen_at, subject: opinion.id })
  const open = [names.field, 'opinionNo']
  const proof = (await services.proofOf(index, open)) ?? (await publishedProof(services, index, open))
  const { data } = JSON.parse(opinion.manifest)
  const checked = opinionData.parse(data)
  const printed: Json = toJson(printedOpinion(checked))
  return {
    template: opinionTemplate,
    data: printed,
    at: opinion.frozen_at,
    qr: checked.checkUrl,
    attachments: [
      {
        name: names.manifest,
        bytes: new TextEncoder().encode(opinion.manifest),
        mime: 'application/json',
        description: '定稿清单',
        relationship: 'source' as const,
      },
      {
        name: names.proof,
        bytes: new TextEncoder().encode(proof),
        mime: 'text/plain',
        description: '定稿登记证明',
        relationship: 'supplement' as const,
      },
    ],
  }
}

/** The proof must stand in the document, so the log is published now rather than within a second. */
async function publishedProof(services: Services, index: number, open: readonly string[]): Promise<string> {
  await services.publishNow()
  const proof = await services.proofOf(index, open)
  if (proof === undefined) throw new Error(`entry ${index} is not yet covered by a checkpoint`)
  return proof
}
