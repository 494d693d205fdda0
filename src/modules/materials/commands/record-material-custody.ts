import { command } from '#kernel/command.ts'
import { recordCustody as endpoint } from '../contract/materials.ts'
import { insertMaterial } from '../custody/open-chain.ts'
import { alteredFiles } from '../reading/altered.ts'
import { consentOf, lockMaterial, staffOf } from '../reading/materials.ts'
import {
  confirmedBeforeUse,
  consumptionConsented,
  custodyGapless,
  custodyInOrder,
  identityBeforeAnalysis,
  receiverNamed,
  settledOnceIssued,
  stillInCustody,
} from '../rules/custody.ts'
import { bytesUnchanged } from '../rules/files.ts'
import { handlingStaff } from '../rules/who.ts'

/** T-05: one more link of the chain, from its present holder. A part split off becomes a material of its own. */
export const recordCustodyCommand = command({
  endpoint,
  load: async ({ tx, target, actor, now }) => ({
    ...(await lockMaterial(tx, target.id, actor)),
    now: now.toISOString(),
  }),
  allow: handlingStaff,
  rules: [stillInCustody],
  async consider({ tx, facts, input, files }) {
    const staff = await staffOf(tx, facts.matter.institutionId)
    const reread = ['TAKEN_OUT', 'TESTED', 'RETURNED'].includes(input.kind) // before use and before return (T-09)
    return {
      receiver: staff.find(({ accountId }) => accountId === input.toAccountId),
      altered: reread ? await alteredFiles(files, facts.files) : [],
      consent: await consentOf(tx, facts.material),
    }
  },
  formRules: [
    settledOnceIssued,
    custodyGapless,
    custodyInOrder,
    receiverNamed,
    confirmedBeforeUse,
    identityBeforeAnalysis,
    consumptionConsented,
    bytesUnchanged,
  ],
  subject: ({ facts: { material, matter } }) => ({ type: 'material', id: material.id, matter: matter.id }),
  async run({ tx, facts, more, input, actor, now, chance }) {
    const { material, matter, last } = facts
    const seq = last.seq + 1
    const to = receiverOf(input.kind, { receiver: more.receiver, toName: input.toName, last })
    await tx
      .insertInto('custody_event')
      .values({
        material_id: material.id,
        seq,
        kind: input.kind,
        from_name: last.to_name,
        from_account: last.to_account,
        to_name: to.name,
        to_account: to.accountId,
        place: input.place,
        condition: input.condition,
        reason: input.reason,
        consent_id: input.kind === 'CONSUMED' || input.kind === 'DAMAGED' ? (more.consent?.id ?? null) : null,
        happened_at: new Date(input.happenedAt),
        recorded_by: actor.accountId ?? '',
        recorded_name: actor.name,
        recorded_at: now,
      })
      .execute()
    await tx
      .updateTable('case_material')
      .set({ condition: input.condition })
      .where('id', '=', material.id)
      .executeTakeFirstOrThrow()
    if (input.kind !== 'SPLIT' || !input.part) return { seq, partId: null }
    const partId = chance.id()
    await insertMaterial(tx, {
      id: partId,
      caseId: matter.id,
      splitFrom: material,
      described: { ...described(material), ...input.part, condition: input.condition, fileIds: [] },
      profile: matter.opened.profile,
      actor,
      now,
      first: {
        from: `M${material.no}（分样）`,
        reason: input.reason,
        happenedAt: new Date(input.happenedAt),
        holder: { name: to.name, accountId: to.accountId, place: input.place },
      },
    })
    return { seq, partId }
  },
})

interface Hands {
  readonly receiver: { readonly accountId: string; readonly name: string } | undefined
  readonly toName: string
  readonly last: { readonly to_name: string; readonly to_account: string | null }
}

/** Who has it after the event: the receiver, whoever signed for the return, nobody, or still the same person. */
function receiverOf(
  kind: string,
  { receiver, toName, last }: Hands,
): { name: string; accountId: string | null } {
  if (kind === 'RETURNED') return { name: toName, accountId: null }
  if (kind === 'DESTROYED') return { name: '（已销毁）', accountId: null }
  if (['STORED', 'TAKEN_OUT', 'HANDED_OVER'].includes(kind) && receiver) return receiver
  return { name: last.to_name, accountId: last.to_account }
}

function described(material: {
  readonly kind: Parameters<typeof insertMaterial>[1]['described']['kind']
  readonly preservation: string
  readonly confidentiality: Parameters<typeof insertMaterial>[1]['described']['confidentiality']
  readonly arrival: Parameters<typeof insertMaterial>[1]['described']['arrival']
  readonly provided_by: string
}) {
  const { kind, preservation, confidentiality, arrival, provided_by: providedBy } = material
  return {
    kind,
    preservation,
    confidentiality,
    arrival,
    providedBy,
    mandate: '',
    seal: '',
    collectedBy: [],
    witness: '',
  }
}
