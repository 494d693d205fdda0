import { command } from '#kernel/command.ts'
import { expireCertificate as endpoint } from '../contract/conformity.ts'
import { certificateLife } from '../lifecycle.ts'
import { lockCertificate } from '../reading/certificate.ts'
import { certificateRunOut } from '../rules/conformity.ts'
import type { EntersRegister } from '../writing/certificate.ts'
import { tellInstitution } from '../writing/tell.ts'

/** The term is over: the certificate is so called, the list says so, the institution is told. */
export function expireCertificate({ enters }: { readonly enters: EntersRegister }) {
  return command({
    endpoint,
    load: ({ tx, target, actor, now }) => lockCertificate(tx, target.id, actor, now),
    allow: [{ role: 'system', denial: '期满失效由系统办理' }],
    fires: { machine: certificateLife, event: 'expire', state: ({ certificate }) => certificate.state },
    rules: [certificateRunOut],
    subject: ({ facts }) => ({ type: 'conformity-certificate', id: facts.certificate.id }),
    async run(work) {
      const { tx, facts } = work
      const state = 'EXPIRED' as const
      await tx
        .updateTable('conformity_certificate')
        .set({ state })
        .where('id', '=', facts.certificate.id)
        .executeTakeFirstOrThrow()
      await tellInstitution(work, facts.institutionId, {
        title: `贯标证书 ${facts.certificate.number} 已期满`,
        body: '证书已经失效，名录不再显示本项贯标。请重新评定。',
        assessmentId: facts.certificate.id,
      })
      await enters(work, facts.institutionId)
      return { state }
    },
  })
}
