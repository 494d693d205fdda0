import { beijingDate } from '#kernel/beijing.ts'
import type { Job } from '#kernel/command.ts'
import { expireCertificate } from '../commands/expire-certificate.ts'
import type { EntersRegister } from '../writing/certificate.ts'

/** Ends every certificate whose last day is over, one deed for each. Run twice, it finds nothing the second time. */
export function expireCertificates(register: { readonly enters: EntersRegister }): Job {
  const expire = expireCertificate(register)
  return {
    name: 'conformity.expire',
    recurring: true,
    async run({ db, now, desk }) {
      const rows = await db
        .selectFrom('conformity_certificate')
        .select('id')
        .where('state', '=', 'IN_FORCE')
        .where('valid_until', '<', beijingDate(now))
        .orderBy('valid_until')
        .execute()
      for (const { id } of rows) await desk.act(expire, { id })
    },
  }
}
