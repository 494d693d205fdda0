import type { ReadDb } from '#kernel/capabilities.ts'
import { query } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { showTeam as endpoint } from '../contract/team.ts'
import { candidateOf, holdersOf } from '../reading/candidate-of.ts'
import { ownCommitment } from '../reading/own-commitment.ts'
import { partiesToTell } from '../reading/parties-to-tell.ts'
import { noticesOf, recusalsOf } from '../reading/recusals-of.ts'
import { assignmentsOf, teamOf } from '../reading/team-of.ts'
import { deskRoles } from '../rules/handlers.ts'
import { type CaseRow, nameOfAccount, visibleCase } from '../store.ts'

/** Team, reviewers, issuer, notices and applications; to the institution's office also whom it could name. */
export const showTeam = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, now, today }) {
    const row = await visibleCase(db, input.id, actor)
    const members = await teamOf(db, row.id)
    const present = members.filter(({ leftAt }) => leftAt === null)
    const { reviewers, issuer, handlers } = await assignmentsOf(db, row.id)
    const named = async (accountId: string) => ({ accountId, name: await nameOfAccount(db, accountId) })
    const office =
      actor.organisationId === row.institution_id &&
      (actor.roles.includes('INSTITUTION_ADMIN') || actor.roles.includes('INSTITUTION_HEAD'))
    const own = present.find(({ accountId }) => accountId === actor.accountId)
    return {
      members: [...members],
      reviewers: await Promise.all(reviewers.map(named)),
      issuer: issuer ? await named(issuer) : null,
      handlers: row.confidentiality === 'RESTRICTED_PERSONS' ? await Promise.all(handlers.map(named)) : null,
      candidates: office ? await candidates(db, row, now) : nobody,
      minimum: parameterAt('min-appraisers', today, row.profile).value,
      ownCommitment: own && own.commitment === null ? await ownCommitment(db, row, own.name) : null,
      parties: [...(await partiesToTell(db, row))],
      notices: await noticesOf(db, row.id, present),
      recusals: await recusalsOf(db, row.id),
    }
  },
})

const nobody = { appraisers: [], reviewers: [], issuers: [], handlers: [] }

async function candidates(db: ReadDb, row: CaseRow, now: Date) {
  const appraisers = await holdersOf(db, row.institution_id, 'APPRAISER')
  return {
    appraisers: await Promise.all(
      appraisers.map(async ({ accountId, name }) => {
        const { qualified, because } = await candidateOf(db, row, accountId, now)
        return { accountId, name, qualified, because }
      }),
    ),
    reviewers: await holdersOf(db, row.institution_id, 'REVIEWER'),
    issuers: await holdersOf(db, row.institution_id, 'AUTHORIZED_ISSUER'),
    handlers: await holdersOf(db, row.institution_id, ...deskRoles),
  }
}
