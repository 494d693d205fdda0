import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from './standards.ts'

/** What a standard reaches into: what would have to be looked at where its text changes. */
export const showTouched = endpoint({
  id: 'standard.touched',
  title: '标准牵动的事项',
  method: 'GET',
  path: '/standards/:id/touched',
  input: z.object({ id }),
  output: z.object({
    versionNo: z.int(),
    /** By the clauses that name a rule, in the text before and in the present one. */
    rules: z.array(
      z.object({
        id: z.string(),
        says: z.string(),
        clauses: z.array(z.string()),
        /** Named by the text before and no longer by the present one, the other way round, or by both. */
        change: z.enum(['KEPT', 'ADDED', 'DROPPED']),
      }),
    ),
    clauses: z.object({
      added: z.array(z.string()),
      dropped: z.array(z.string()),
      changed: z.array(z.string()),
    }),
    certificates: z.array(z.object({ id, number: z.string(), institution: z.string(), until: z.string() })),
    assessments: z.array(z.object({ id, institution: z.string() })),
    /** Open cases whose plan names the standard, by institution. */
    cases: z.array(z.object({ institution: z.string(), cases: z.int() })),
  }),
  refusals: ['not-found'],
})

/** Which rules refused most often: where the trade departs from the standards (2.2.3c). */
export const violatedRules = endpoint({
  id: 'standard.violations',
  title: '规则违反统计',
  method: 'GET',
  path: '/rule-violations',
  input: z.object({
    from: z.iso.date('日期写作 2026-03-02').optional().meta({ title: '自' }),
    until: z.iso.date('日期写作 2026-03-02').optional().meta({ title: '至' }),
  }),
  output: z.object({
    from: z.string(),
    until: z.string(),
    rules: z.array(
      z.object({ rule: z.string(), says: z.string(), times: z.int(), operations: z.array(z.string()) }),
    ),
  }),
})
