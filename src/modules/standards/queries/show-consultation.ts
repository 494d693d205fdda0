import { query } from '#kernel/command.ts'
import { showConsultation as endpoint } from '../contract/consultation.ts'
import { commentsOf, findConsultation } from '../reading/consultations.ts'
import { clausesOf } from '../reading/whole-standard.ts'

/** A draft before the public, with what was said to it and what became of that. */
export const showConsultation = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input, today }) {
    const row = await findConsultation(db, input.id)
    const standard = await db
      .selectFrom('standard')
      .innerJoin('standard_version', 'standard_version.standard_id', 'standard.id')
      .select(['standard.id', 'slug', 'title', 'label'])
      .where('standard.id', '=', row.standard_id)
      .where('standard_version.no', '=', row.version_no)
      .executeTakeFirstOrThrow()
    const comments = await commentsOf(db, row.id)
    return {
      id: row.id,
      state: row.state,
      open: row.state === 'OPEN' && today <= row.closes_on,
      standard: { id: standard.id, slug: standard.slug, title: standard.title },
      versionLabel: standard.label,
      opensOn: row.opens_on,
      closesOn: row.closes_on,
      notes: row.notes,
      clauses: (await clausesOf(db, row.standard_id, row.version_no)).map(({ no, heading, says }) => ({
        no,
        heading,
        says,
      })),
      comments: comments.map(({ contact: _, ...comment }) => ({ ...comment, at: comment.at.toISOString() })),
    }
  },
})
