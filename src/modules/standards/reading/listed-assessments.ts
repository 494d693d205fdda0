import type { z } from 'zod'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { listAssessments } from '../contract/conformity.ts'
import { knownAssessments } from './assessment.ts'

type Listed = z.output<typeof listAssessments.output>['assessments'][number]

const most = 500

/** Assessments as they stand in a list, with the certificate that came of them. */
export async function listedAssessments(
  db: ReadDb,
  actor: Actor,
  actorProvince: string | null,
  id?: string,
): Promise<Listed[]> {
  const rows = await db
    .selectFrom('conformity_assessment')
    .innerJoin('organisation', 'organisation.id', 'conformity_assessment.institution_id')
    .innerJoin('standard', 'standard.id', 'conformity_assessment.standard_id')
    .leftJoin('conformity_certificate as certificate', 'certificate.id', 'conformity_assessment.id')
    .select((of) => [
      'conformity_assessment.id',
      'conformity_assessment.state',
      'organisation.id as institutionId',
      'organisation.name',
      'slug',
      'standard.number',
      'title',
      'conformity_assessment.ip_types as ipTypes',
      'opened_at',
      'certificate.number as certificate',
      'certificate.state as certificateState',
      'valid_from',
      'valid_until',
      'certificate.ended_on as endedOn',
      'certificate.end_reason as endReason',
      of
        .selectFrom('conformity_finding')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('assessment_id', '=', 'conformity_assessment.id')
        .where('conformity_finding.state', '!=', 'CLOSED')
        .as('openFindings'),
    ])
    .where(knownAssessments(actor, actorProvince))
    .$if(id !== undefined, (rest) => rest.where('conformity_assessment.id', '=', id ?? ''))
    .orderBy('opened_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    institution: { id: row.institutionId, name: row.name },
    standard: { slug: row.slug, number: row.number, title: row.title },
    ipTypes: row.ipTypes,
    openedAt: row.opened_at.toISOString(),
    openFindings: Number(row.openFindings ?? 0),
    certificate:
      row.certificate === null
        ? null
        : {
            id: row.id,
            number: row.certificate,
            state: row.certificateState ?? 'IN_FORCE',
            from: row.valid_from ?? '',
            until: row.valid_until ?? '',
            endedOn: row.endedOn,
            endReason: row.endReason,
          },
  }))
}
