import { command } from '#kernel/command.ts'
import { consentToConsumption as endpoint } from '../contract/materials.ts'
import { attachableFiles } from '../reading/attachable.ts'
import { lockMaterial } from '../reading/materials.ts'
import { settledOnceIssued, stillInCustody } from '../rules/custody.ts'
import { filesFound } from '../rules/receipt.ts'
import { entrustingSide } from '../rules/who.ts'

/** T-06: the entrusting side agrees in writing beforehand to what testing uses up, and to what is kept back. */
export const consentToConsumptionCommand = command({
  endpoint,
  load: ({ tx, target, actor }) => lockMaterial(tx, target.id, actor),
  allow: entrustingSide,
  rules: [stillInCustody, settledOnceIssued],
  async consider({ tx, facts: { matter }, input }) {
    const letter = input.fileId === null ? [] : [input.fileId]
    const found = await attachableFiles(tx, letter, matter)
    return { missingFiles: letter.filter((id) => !found.includes(id)) }
  },
  formRules: [filesFound],
  subject: ({ facts: { material, matter } }) => ({ type: 'material', id: material.id, matter: matter.id }),
  async run({ tx, facts: { material }, input, actor, now, chance }) {
    const id = chance.id()
    const { extent, reserve, fileId: file_id } = input
    const values = {
      id,
      material_id: material.id,
      extent,
      reserve,
      file_id,
      consented_by: actor.accountId ?? '',
      at: now,
    }
    await tx.insertInto('material_consent').values(values).execute()
    return { consentId: id }
  },
})
