import { command } from '#kernel/command.ts'
import { confirmMaterial as endpoint } from '../contract/materials.ts'
import { lockMaterial } from '../reading/materials.ts'
import { settledOnceIssued } from '../rules/custody.ts'
import { notYetConfirmed } from '../rules/receipt.ts'
import { entrustingSide } from '../rules/who.ts'

/** T-02: the entrusting side stands by this material as it was registered. */
export const confirmMaterialCommand = command({
  endpoint,
  load: ({ tx, target, actor }) => lockMaterial(tx, target.id, actor),
  allow: entrustingSide,
  rules: [settledOnceIssued, notYetConfirmed],
  subject: ({ facts: { material, matter } }) => ({ type: 'material', id: material.id, matter: matter.id }),
  async run({ tx, facts, actor, now }) {
    await tx
      .insertInto('material_confirmation')
      .values({
        material_id: facts.material.id,
        organisation_id: facts.matter.entrustingOrganisationId,
        confirmed_by: actor.accountId ?? '',
        at: now,
      })
      .execute()
    return { confirmed: true }
  },
})
