import type { Actor } from '#kernel/command.ts'
import { query } from '#kernel/command.ts'
import { listProceedings as endpoint } from '../contract/proceedings.ts'

/** Requests about the list: the national office and the association see all, an institution its own. */
export const listProceedings = query({
  endpoint,
  allow: [
    { role: 'CNIPA_OFFICER', denial: '' },
    { role: 'ASSOCIATION_SECRETARY', denial: '' },
    { role: 'AUDITOR', denial: '' },
    { role: 'INSTITUTION_ADMIN', denial: '' },
    { role: 'INSTITUTION_HEAD', denial: '名录事项只供国家知识产权局、行业自律组织和机构本身查阅' },
  ],
  async answer({ db, actor, input: { id, state, institutionId } }) {
    const own = seesAll(actor) ? null : (actor.organisationId ?? '')
    const rows = await db
      .selectFrom('directory_proceeding as p')
      .innerJoin('institution', 'institution.id', 'p.institution_id')
      .innerJoin('organisation', 'organisation.id', 'p.institution_id')
      .innerJoin('account as opener', 'opener.id', 'p.opened_by')
      .leftJoin('account as decider', 'decider.id', 'p.decided_by')
      .select([
        'p.id',
        'p.institution_id as institutionId',
        'organisation.name as institution',
        'directory_no as directoryNo',
        'p.kind',
        'p.state',
        'p.reason',
        'p.detail',
        'opener.name as openedBy',
        'p.opened_at',
        'decider.name as decidedBy',
        'p.decided_at',
        'p.decision',
      ])
      .$if(id !== undefined, (rows) => rows.where('p.id', '=', id ?? ''))
      .$if(state !== undefined, (rows) => rows.where('p.state', '=', state ?? 'OPEN'))
      .$if(institutionId !== undefined, (rows) => rows.where('p.institution_id', '=', institutionId ?? ''))
      .$if(own !== null, (rows) => rows.where('p.institution_id', '=', own ?? ''))
      .orderBy('p.opened_at', 'desc')
      .orderBy('p.id')
      .limit(200)
      .execute()
    return {
      items: rows.map(({ opened_at, decided_at, ...row }) => ({
        ...row,
        openedAt: opened_at.toISOString(),
        decidedAt: decided_at?.toISOString() ?? null,
      })),
    }
  },
})

const seesAll = ({ roles }: Actor) =>
  ['CNIPA_OFFICER', 'ASSOCIATION_SECRETARY', 'AUDITOR'].some((role) => roles.includes(role))
