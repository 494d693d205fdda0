import { sql } from 'kysely'
import type { Tx } from '#kernel/capabilities.ts'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { organisationOf, personWithRoles } from '#modules/identity/module.ts'
import { registerInstitution as endpoint } from '../contract/institutions.ts'
import { institutionLife } from '../lifecycle.ts'
import { enterInRegister } from '../register/enter.ts'
import { headOfInstitution, listedIsInstitution, listedRegionValid } from '../rules/listing.ts'

/** Enters an institution into the national directory and gives it its serial within the province. */
export const registerInstitution = command({
  endpoint,
  async load({ tx, target }) {
    const listed = await tx
      .selectFrom('institution')
      .select('state')
      .where('id', '=', target.id)
      .executeTakeFirst()
    return { organisation: await organisationOf(tx, target.id), state: listed?.state ?? ('NEW' as const) }
  },
  allow: [{ role: 'CNIPA_OFFICER', denial: '列入名录由国家知识产权局决定' }],
  fires: { machine: institutionLife, event: 'register', state: ({ state }) => state },
  rules: [listedIsInstitution],
  async consider({ tx, input, facts }) {
    const person = await personWithRoles(tx, input.personInCharge)
    return { personInCharge: person?.organisationId === facts.organisation.id ? person : null }
  },
  formRules: [listedRegionValid, headOfInstitution],
  subject: ({ facts }) => ({ type: 'institution', id: facts.organisation.id }),
  async run({ tx, input, today, note }) {
    const serial = await nextSerial(tx, input.region.slice(0, 2))
    const directoryNo = input.directoryNo || `${input.region.slice(0, 2)}-${serial}`
    const inserted = await tx
      .insertInto('institution')
      .values({
        id: input.id,
        state: 'LISTED',
        reason: '列入名录',
        short_name: input.shortName,
        region: input.region,
        serial,
        directory_no: directoryNo,
        person_in_charge: input.personInCharge,
        address: input.address,
        telephone: input.telephone,
        listed_from: today,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!inserted)
      throw new Problem('malformed', '机构简称或名录编号已被其他机构使用。', {
        issues: [{ path: 'shortName', detail: '请核对简称与名录编号，二者均不得重复' }],
      })
    await enterInRegister({ tx, today, note }, [{ institution: input.id }])
    return { directoryNo, serial }
  },
})

/** Two listings in one province at once wait for each other. */
async function nextSerial(tx: Tx, province: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(${7_163_020}, ${Number(province)})`.execute(tx)
  const last = await tx
    .selectFrom('institution')
    .select('serial')
    .where('region', 'like', `${province}%`)
    .orderBy('serial', 'desc')
    .limit(1)
    .executeTakeFirst()
  return String(Number(last?.serial ?? '0') + 1).padStart(3, '0')
}
