import { createHash } from 'node:crypto'
import { command } from '#kernel/command.ts'
import { fromBase64, toBase64 } from '#log/core/base64.ts'
import { appraiserQualification } from '#modules/directory/module.ts'
import { lockOpenReset } from '#modules/identity/module.ts'
import { registerKey as endpoint } from '../contract/keys.ts'
import { possesses } from '../reading/possession.ts'
import { keyHolders, kindSuitsRole, oneActiveKey, possessionProven, resetConfirmed } from '../rules/keys.ts'

/** Gives a certificate to a key that was made in the person's browser; the server keeps it wrapped and cannot open it. */
export const registerSigningKey = command({
  endpoint,
  async load({ tx, actor }) {
    const accountId = actor.accountId ?? ''
    const openReset = await lockOpenReset(tx, accountId)
    const asked = await tx
      .selectFrom('opinion_key_challenge')
      .select('challenge')
      .where('account_id', '=', accountId)
      .forUpdate()
      .executeTakeFirst()
    const keys = await tx
      .selectFrom('opinion_signing_key')
      .select('kind')
      .where('account_id', '=', accountId)
      .where('state', '=', 'ACTIVE')
      .execute()
    return {
      roles: actor.roles,
      openReset,
      challenge: asked?.challenge ?? null,
      active: keys.map(({ kind }) => kind),
    }
  },
  allow: keyHolders,
  rules: [resetConfirmed],
  async consider({ tx, facts, input, actor, now }) {
    const listed = await appraiserQualification(tx, actor.accountId ?? '', {
      ipType: 'PATENT_INVENTION',
      on: now,
    })
    return {
      proven: await possesses({ ...input, challenge: facts.challenge }),
      practiceNo: listed.appraiser?.practiceNo ?? null,
    }
  },
  formRules: [kindSuitsRole, oneActiveKey, possessionProven],
  stepUp: true,
  subject: ({ output }) => ({ type: 'signing-key', id: output?.id ?? '' }),
  secret: ['wrapped', 'possession'],
  async run({ tx, facts, more, input, actor, now, chance, services }) {
    const name = input.kind === 'seal' ? actor.organisation : actor.name
    const { certificates } = services
    const chain = await certificates.issue(
      {
        publicKey: fromBase64(input.publicKey) ?? new Uint8Array(0),
        challenge: fromBase64(facts.challenge ?? '') ?? new Uint8Array(0),
        possession: fromBase64(input.possession) ?? new Uint8Array(0),
        kind: input.kind,
        name,
        ...(input.kind === 'person' ? { organisation: actor.organisation } : {}),
        ...(input.kind === 'person' && more.practiceNo ? { number: more.practiceNo } : {}),
      },
      now,
    )
    const id = chance.id()
    const certificateSha256 = createHash('sha256')
      .update(chain[0] ?? '')
      .digest('hex')
    await tx
      .insertInto('opinion_signing_key')
      .values({
        id,
        state: 'ACTIVE',
        kind: input.kind,
        account_id: actor.accountId ?? '',
        institution_id: actor.organisationId ?? '',
        name,
        chain: JSON.stringify(chain.map(toBase64)),
        certificate_sha256: certificateSha256,
        wrapped: JSON.stringify(input.wrapped),
        authority: certificates.name,
        demonstration: certificates.demonstration,
        registered_at: now,
      })
      .execute()
    await tx
      .updateTable('opinion_key_challenge')
      .set({ challenge: null })
      .where('account_id', '=', actor.accountId ?? '')
      .execute()
    const { name: authority, demonstration } = certificates
    return { id, state: 'ACTIVE', authority, demonstration, certificateSha256 }
  },
  record: ({ output }) => ({ certificate: output.certificateSha256 }),
})
