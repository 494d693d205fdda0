import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { optionalText, text } from '#kernel/text.ts'
import { id } from './standards.ts'

const wording = {
  en: optionalText('英文', 120),
  definition: text('释义', 1000),
  source: text('出处', 200).meta({ description: '哪项标准的哪一条，或者“平台释义”' }),
}

export const defineTerm = endpoint({
  id: 'term.define',
  title: '登记术语',
  method: 'POST',
  path: '/terms/define',
  input: z.object({ zh: text('术语', 40), ...wording }),
  output: z.object({ termId: id }),
  refusals: ['rule-violated'],
})

export const reviseTerm = endpoint({
  id: 'term.revise',
  title: '修订术语',
  method: 'POST',
  path: '/terms/:id/revise',
  input: z.object({ id, version: z.int().min(1).max(100_000), ...wording }),
  output: z.object({ version: z.int() }),
  refusals: ['not-found', 'stale-version'],
})

export const term = z.object({
  id,
  zh: z.string(),
  en: z.string(),
  definition: z.string(),
  source: z.string(),
  version: z.int(),
  revisedAt: z.iso.datetime(),
})

export const listTerms = endpoint({
  id: 'term.list',
  title: '术语',
  method: 'GET',
  path: '/terms',
  input: z.object({}),
  /** By their pronunciation. */
  output: z.object({ terms: z.array(term) }),
})
