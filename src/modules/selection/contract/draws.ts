import { z } from 'zod'
import { cursor } from '#kernel/cursor.ts'
import { endpoint } from '#kernel/endpoint.ts'

const id = z.uuid()
const time = z.iso.datetime()

const row = z.object({
  id,
  authority: z.string(),
  ipType: z.string(),
  field: z.string().nullable(),
  region: z.string().nullable(),
  state: z.string(),
  candidates: z.int(),
  committedAt: time,
  openBy: z.string(),
  /** The institution that took the matter on, or that it stands with. */
  with: z.string().nullable(),
})

export const listDraws = endpoint({
  id: 'draw.list',
  title: '公开抽签',
  method: 'GET',
  path: '/draws',
  input: z.object({ cursor: cursor.optional() }),
  output: z.object({ items: z.array(row), next: z.string().nullable() }),
})

export const showDraw = endpoint({
  id: 'draw.show',
  title: '一次公开抽签',
  method: 'GET',
  path: '/draws/:id',
  input: z.object({ id }),
  output: row.extend({
    commitment: z.string(),
    size: z.int(),
    logIndex: z.int(),
    register: z.int(),
    /** In the order of the register; `place` from 0 once it is drawn. */
    listed: z.array(z.object({ key: z.string(), name: z.string(), place: z.int().nullable() })),
    excluded: z.array(z.object({ key: z.string(), reason: z.string() })),
    openedAt: time.nullable(),
    secret: z.string().nullable(),
    root: z.string().nullable(),
    turns: z.array(
      z.object({
        place: z.int(),
        name: z.string(),
        answer: z.string(),
        reason: z.string().nullable(),
        at: time.nullable(),
        answerBy: z.string(),
      }),
    ),
    endedAt: time.nullable(),
  }),
  refusals: ['not-found'],
})

export const drawEvidence = endpoint({
  id: 'draw.evidence',
  title: '抽签证据',
  method: 'GET',
  path: '/draws/:id/evidence',
  input: z.object({ id }),
  /** The file that `npm run draw:verify` reads (src/verify/draw-evidence.ts). */
  output: z.object({
    v: z.literal(1),
    kind: z.literal('mingjian-draw'),
    draw: id,
    entries: z.array(z.string()),
    root: z.object({ size: z.int(), root: z.string(), consistency: z.array(z.string()) }).nullable(),
  }),
  refusals: ['not-found'],
})
