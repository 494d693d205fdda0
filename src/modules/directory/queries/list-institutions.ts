import { query } from '#kernel/command.ts'
import { listInstitutions as endpoint } from '../contract/institutions.ts'
import { covers } from '../qualification/competence.ts'
import { listedInstitutions } from '../qualification/listing.ts'

export const listInstitutions = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, now, input: { ipType, field } }) {
    const all = await listedInstitutions(db, now)
    if (ipType === undefined) return { institutions: [...all] }
    const within = all.filter(({ scopes }) =>
      scopes.some((scope) =>
        covers({ ip_type: scope.ipType, wipo_field: scope.field ?? '' }, { ipType, field }),
      ),
    )
    return { institutions: within }
  },
})
