import type { Chance, Tx } from '#kernel/capabilities.ts'
import { notify } from '#modules/notices/module.ts'
import { associationsInCharge } from '../reading/associations.ts'

interface Telling {
  readonly tx: Tx
  readonly chance: Chance
  readonly now: Date
}

interface Words {
  readonly title: string
  readonly body: string
  readonly assessmentId: string
}

const link = (assessmentId: string) => `/app/conformity/${assessmentId}`

/** Tells the office of the institution that is assessed. */
export async function tellInstitution(
  { tx, chance, now }: Telling,
  institutionId: string,
  { title, body, assessmentId }: Words,
): Promise<void> {
  for (const role of ['INSTITUTION_ADMIN', 'INSTITUTION_HEAD'])
    await notify(tx, {
      chance,
      now,
      matter: null,
      to: { organisationId: institutionId, role },
      title,
      body,
      link: link(assessmentId),
    })
}

/** Tells the secretaries in charge of the province, and the national association. */
export async function tellAssociations(
  { tx, chance, now }: Telling,
  province: string,
  { title, body, assessmentId }: Words,
): Promise<void> {
  for (const to of await associationsInCharge(tx, province))
    await notify(tx, { chance, now, matter: null, to, title, body, link: link(assessmentId) })
}

export async function tellPeople(
  { tx, chance, now }: Telling,
  accountIds: readonly string[],
  { title, body, assessmentId }: Words,
): Promise<void> {
  for (const accountId of accountIds)
    await notify(tx, { chance, now, matter: null, to: { accountId }, title, body, link: link(assessmentId) })
}
