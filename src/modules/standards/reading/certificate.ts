import { beijingDate } from '#kernel/beijing.ts'
import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { provinceOfActor } from './assessment.ts'

/** A certificate for a deed, locked. Certificates are public, so nobody is told that there is none. */
export async function lockCertificate(tx: Tx, id: string, actor: Actor, now: Date) {
  const certificate = await tx
    .selectFrom('conformity_certificate')
    .innerJoin('conformity_assessment', 'conformity_assessment.id', 'conformity_certificate.id')
    .select([
      'conformity_certificate.id',
      'conformity_certificate.state',
      'conformity_certificate.number',
      'conformity_certificate.institution_id',
      'valid_until',
      'province',
    ])
    .where('conformity_certificate.id', '=', id)
    .forUpdate('conformity_certificate')
    .executeTakeFirst()
  if (!certificate) throw new Problem('not-found', '没有这张贯标证书。')
  return {
    certificate,
    institutionId: certificate.institution_id,
    province: certificate.province,
    actorProvince: await provinceOfActor(tx, actor),
    today: beijingDate(now),
  }
}
