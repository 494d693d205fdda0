import { z } from 'zod'
import { cursor } from '#kernel/cursor.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { clock } from './clock.ts'

const id = z.uuid()

const row = z.object({
  id,
  code: z.string(),
  title: z.string(),
  state: z.string(),
  ipType: z.string(),
  entrustingType: z.string(),
  courtCaseNo: z.string(),
  entrusting: z.string(),
  institution: z.string(),
  lead: z.string().nullable(),
  openedAt: z.iso.datetime(),
  due: z.string().nullable(),
  workingDaysLeft: z.int().nullable(),
  provisional: z.boolean(),
  warn: clock.shape.warn,
})
export type CaseListRow = z.output<typeof row>

export const listCases = endpoint({
  id: 'case.list',
  title: '案件列表',
  method: 'GET',
  path: '/cases',
  input: z.object({
    state: z.string().max(40).optional(),
    /** Part of the case code, the title or the court case number. */
    search: z.string().trim().max(60).optional(),
    /** True: only cases in which the person asking has a duty. */
    mine: z.enum(['true', 'false']).optional(),
    cursor: cursor.optional(),
  }),
  output: z.object({
    items: z.array(row),
    next: z.string().nullable(),
    total: z.int(),
    totalCapped: z.boolean(),
  }),
})

export const showCase = endpoint({
  id: 'case.show',
  title: '查看案件',
  method: 'GET',
  path: '/cases/:id',
  input: z.object({ id }),
  output: row.extend({
    profile: z.string(),
    field: z.string(),
    confidentiality: z.string(),
    reappraisal: z.boolean(),
    complex: z.boolean(),
    unilateral: z.boolean(),
    startedAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
    clock,
    /** The duties of the person asking. */
    duties: z.array(z.enum(['lead', 'member', 'reviewer', 'issuer', 'handler'])),
    people: z.array(z.object({ name: z.string(), duty: z.string(), accountId: id })),
    form: z.object({
      purpose: z.string(),
      proceduralStage: z.string(),
      caseFacts: z.string(),
      right: z.object({
        number: z.string(),
        title: z.string(),
        holder: z.string(),
        assertedClaims: z.string(),
      }),
      accused: z.object({ name: z.string(), description: z.string() }),
      parties: z.array(z.object({ name: z.string(), role: z.string() })),
      questions: z.array(z.object({ no: z.int(), text: z.string() })),
      contact: z.object({ name: z.string(), phone: z.string() }),
    }),
    ending: z
      .object({
        kind: z.enum(['TERMINATED', 'WITHDRAWN']),
        ground: z.string().nullable(),
        reason: z.string(),
        materialReturn: z.string(),
        feeSettlement: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
      })
      .nullable(),
    /** Steps that wait for the client's consent to a method outside the standards (O-02). */
    consentWanted: z
      .object({
        version: z.int(),
        steps: z.array(z.object({ no: z.int(), what: z.string(), method: z.string() })),
      })
      .nullable(),
  }),
  refusals: ['not-found'],
})
