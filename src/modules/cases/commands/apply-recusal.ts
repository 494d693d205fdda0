import { command } from '#kernel/command.ts'
import { institutionRecusalGround, personRecusalGround } from '#law/terms/recusal-ground.ts'
import { applyRecusal as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellInstitution } from '../notices/tell.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { recusalGroundFitsTarget, recusalTargetInTeam } from '../rules/team.ts'
import { client } from '../rules/who.ts'

/** The client asks that an appraiser, or the whole institution, steps aside, on a coded ground (P-04, P-05). */
export const applyRecusal = command({
  endpoint,
  load: ({ tx, target, actor, now }) => teamFacts(tx, target.id, actor, now),
  allow: client,
  fires: { machine: caseLife, event: 'recuse', state: ({ row }) => row.state },
  formRules: [recusalGroundFitsTarget, recusalTargetInTeam],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row, members }, input, actor, now, chance }) {
    const recusalId = chance.id()
    await tx
      .insertInto('case_recusal')
      .values({
        id: recusalId,
        case_id: row.id,
        state: 'OPEN',
        account_id: input.accountId,
        ground: input.ground,
        facts: input.facts,
        applied_by: actor.accountId ?? '',
        applied_at: now,
        decided_by: null,
        decided_at: null,
        decision: null,
      })
      .execute()
    const against = members.find(({ accountId }) => accountId === input.accountId)?.name ?? '本机构'
    const labels: Readonly<Record<string, string>> = {
      ...personRecusalGround.labels,
      ...institutionRecusalGround.labels,
    }
    const body = `${actor.organisation}申请${against}回避：${labels[input.ground]}。${input.facts}请作出决定。`
    await tellInstitution({ tx, chance, now, row, title: '回避申请', body, at: '/team' }, 'INSTITUTION_HEAD')
    return { recusalId }
  },
})
