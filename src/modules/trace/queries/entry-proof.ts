import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { seesMatter } from './sees-matter.ts'
import { entryProof as endpoint } from '../contract.ts'

/** What was typed stays closed to all but the institution's own people; everyone on the case may prove who, when, what. */
const open = [
  'subject',
  'by',
  'machine',
  'event',
  'from',
  'to',
  'findings',
  'attempted',
  'problem',
  'detail',
  'violated',
]

export const entryProof = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, services }) {
    const entry = await db
      .selectFrom('log_payload')
      .select('fields')
      .where('index', '=', input.index)
      .executeTakeFirst()
    const subject = entry?.fields.subject
    const matter =
      subject && typeof subject === 'object' && 'matter' in subject ? String(subject.matter) : undefined
    if (!entry || !matter || !(await seesMatter(db, matter, actor)))
      throw new Problem('not-found', '没有这条留痕，或者您无权查看。')
    const fields = open.filter((field) => field in entry.fields)
    const proof = await services.proofOf(input.index, fields)
    return { index: input.index, proof: proof ?? null, fields, ...services.trust.log }
  },
})
