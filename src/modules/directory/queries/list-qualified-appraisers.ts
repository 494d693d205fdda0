import { query } from '#kernel/command.ts'
import { listQualifiedAppraisers as endpoint } from '../contract/institutions.ts'
import { qualifiedAppraisers } from '../qualification/appraisers.ts'

export const listQualifiedAppraisers = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, now, input: { institutionId, ipType, field } }) {
    return { appraisers: [...(await qualifiedAppraisers(db, institutionId, { ipType, field, on: now }))] }
  },
})
