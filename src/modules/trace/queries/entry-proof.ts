import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { entryProof as endpoint } from '../contract.ts'
import type { Vocabulary } from './matter-trace.ts'
import { insightInto, wordsClosed } from './sees-matter.ts'

/** What was typed stays closed to all but the institution's own people; everyone on the case may prove who, when, what. */
const open = ['subject', 'by', 'machine', 'event', 'from', 'to', 'attempted', 'problem']
/** What rules said, which may quote the work itself. */
const words = ['findings', 'detail', 'violated']

/** Those who see the matter may prove its entries; of what belongs to no matter, the doer and the auditor. */
export function entryProof(vocabulary: () => Vocabulary) {
  return query({
    endpoint,
    allow: [{ role: 'signed-in', denial: '请先登录' }],
    async answer({ db, input, actor, services }) {
      const entry = await db
        .selectFrom('log_payload')
        .innerJoin('log_entry', 'log_entry.index', 'log_payload.index')
        .select(['fields', 'op'])
        .where('log_payload.index', '=', input.index)
        .executeTakeFirst()
      const matter = textIn(entry?.fields.subject, 'matter') ?? null
      const by = textIn(entry?.fields.by, 'accountId')
      const insight = matter === null ? 'none' : await insightInto(db, matter, actor)
      const visible =
        matter === null ? actor.roles.includes('AUDITOR') || by === actor.accountId : insight !== 'none'
      if (!entry || !visible) throw new Problem('not-found', '没有这条留痕，或者您无权查看。')
      const named = typeof entry.fields.attempted === 'string' ? entry.fields.attempted : entry.op
      const closed = matter !== null && wordsClosed(insight, actor, { op: named, by })
      const fields = [...open, ...(closed ? [] : words)].filter((field) => field in entry.fields)
      const proof = await services.proofOf(input.index, fields)
      const title = vocabulary().titles.get(named) ?? named
      return { index: input.index, title, matter, proof: proof ?? null, fields, ...services.trust.log }
    },
  })
}

function textIn(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  const found = (value as Record<string, unknown>)[key] // an object may be asked for its own key
  return typeof found === 'string' ? found : undefined
}
