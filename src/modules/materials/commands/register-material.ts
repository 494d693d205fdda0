import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { materialArrival } from '#law/terms/material.ts'
import { notify } from '#modules/notices/module.ts'
import { registerMaterial as endpoint } from '../contract/materials.ts'
import { insertMaterial } from '../custody/open-chain.ts'
import { attachableFiles } from '../reading/attachable.ts'
import { membersOf, staffOf } from '../reading/materials.ts'
import { caseOf } from '../reading/matter.ts'
import {
  carrierMandated,
  caseTakesMaterial,
  filesFound,
  onSiteCollection,
  receivedInThePast,
} from '../rules/receipt.ts'
import { receivingStaff } from '../rules/who.ts'

/** Receives material: checks and notes it (T-01), opens its custody chain and asks the entrusting side to confirm it. */
export const registerMaterialCommand = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    await tx
      .selectFrom('appraisal_case')
      .select('id')
      .where('id', '=', target.id)
      .forUpdate()
      .executeTakeFirst()
    return { matter: await caseOf(tx, target.id, actor), now: now.toISOString() }
  },
  allow: receivingStaff,
  rules: [caseTakesMaterial],
  async consider({ tx, facts: { matter }, input, now }) {
    const found = await attachableFiles(tx, input.fileIds, matter)
    const staff = (await staffOf(tx, matter.institutionId)).filter(({ accountId }) =>
      input.collectedBy.includes(accountId),
    )
    const team = await membersOf(tx, matter.id)
    return {
      missingFiles: input.fileIds.filter((id) => !found.includes(id)),
      collectors: {
        staff: staff.length,
        performing: staff.filter(({ accountId }) => team.includes(accountId)).length,
      },
      minimum: parameterAt('on-site-staff', beijingDate(now)).value,
    }
  },
  formRules: [carrierMandated, onSiteCollection, receivedInThePast, filesFound],
  subject: ({ facts, input, output }) => ({
    type: 'material',
    id: output?.materialId ?? input.id,
    matter: facts.matter.id,
  }),
  async run({ tx, facts: { matter }, input, actor, now, chance }) {
    const id = chance.id()
    const no = await insertMaterial(tx, {
      id,
      caseId: matter.id,
      splitFrom: null,
      described: { ...input, confidentiality: input.confidentiality ?? matter.confidentiality },
      profile: matter.opened.profile,
      actor,
      now,
      first: {
        from: input.providedBy,
        reason: materialArrival.label(input.arrival),
        happenedAt: new Date(input.receivedAt),
      },
    })
    await notify(tx, {
      chance,
      now,
      matter: matter.id,
      to: { accountId: matter.opened.entrustedBy },
      title: `请确认材料 M${no}：${input.name}`,
      body: `${actor.organisation}已接收并登记这件材料，请核对登记内容后确认；未经确认的材料不能使用。`,
      link: `/app/materials/${id}`,
      document: 'material-receipt',
    })
    return { materialId: id, no }
  },
  record: ({ output: { no } }) => ({ materialNo: no }),
})
