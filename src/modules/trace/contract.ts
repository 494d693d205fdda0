import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { term } from '#kernel/term.ts'

/** The three stages whose traces the guiding opinion asks for (二（八）3). */
export const stage = term('留痕环节', {
  ACCEPTANCE: '受理',
  PROCESS: '过程',
  REVIEW_AND_ISSUE: '审核签发',
})

const clause = z.object({
  rule: z.string(),
  brief: z.string(),
  says: z.string(),
  basis: z.array(z.string()),
  outcome: z.string(),
  detail: z.string(),
  reason: z.string().nullable(),
})

export const traceEntry = z.object({
  index: z.int(),
  at: z.iso.datetime(),
  op: z.string(),
  title: z.string(),
  stage: stage.schema,
  /** Whether the deed was done, refused, or a reading of sealed material. */
  kind: z.enum(['done', 'refused', 'read']),
  by: z.object({ name: z.string(), organisation: z.string(), roles: z.array(z.string()) }),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Rules that were judged; of a refusal, those that were violated. */
  rules: z.array(clause),
  detail: z.string().nullable(),
  published: z.boolean(),
})
export type TraceEntry = z.output<typeof traceEntry>

export const matterTrace = endpoint({
  id: 'trace.matter',
  title: '过程留痕',
  method: 'GET',
  path: '/trace/matters/:id',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    entries: z.array(traceEntry),
    /** Later entries of the matter are left out: its trace is longer than one answer holds. */
    more: z.boolean(),
    publishedSize: z.int(),
    stages: z.array(z.object({ stage: stage.schema, done: z.int(), refused: z.int(), read: z.int() })),
  }),
  refusals: ['not-found'],
})

export const entryProof = endpoint({
  id: 'trace.proof',
  title: '留痕证明',
  method: 'GET',
  path: '/trace/entries/:index/proof',
  input: z.object({ index: z.coerce.number().int().min(0) }),
  /** C2SP tlog-proof text with the fields that the asker may see opened; null until a checkpoint covers the entry. */
  output: z.object({
    index: z.int(),
    /** What was done or tried, in words. */
    title: z.string(),
    /** The matter it belongs to; null for deeds about accounts, the directory and the like. */
    matter: z.string().nullable(),
    proof: z.string().nullable(),
    fields: z.array(z.string()),
    vkey: z.string(),
    origin: z.string(),
  }),
  refusals: ['not-found'],
})
