import type { Chance, Tx } from '#kernel/capabilities.ts'
import { role } from '#law/terms/role.ts'
import { notify } from '#modules/notices/module.ts'
import type { AccountRow, OrganisationRow } from '../store.ts'
import type { Confirmer } from './reset-confirmers.ts'

interface Telling {
  readonly tx: Tx
  readonly chance: Chance
  readonly now: Date
  readonly account: Pick<AccountRow, 'id' | 'name' | 'login'>
  readonly organisation: Pick<OrganisationRow, 'id' | 'kind'>
}

/** The holder, who may confirm it, and the administrators of the institution learn of a reset in its own transaction. */
export async function tellOfReset(
  telling: Telling,
  { by, confirmers }: { readonly by: string; readonly confirmers: readonly Confirmer[] },
): Promise<void> {
  const { id, name, login } = telling.account
  const who = confirmers.map((each) => each.name).join('、') || `另一名${role.label('SYSTEM_ADMIN')}`
  await tell(telling, {
    to: [{ accountId: id }],
    title: '您的登录凭据已被重置',
    body: `${by}重置了您的登录凭据。不是您要求的，请立即告知${who}。确认之前不能登记签名密钥。`,
    link: '/app/me',
  })
  await tell(telling, {
    to: confirmers,
    title: `请确认${name}的凭据重置`,
    body: `${by}重置了${name}（${login}）的登录凭据。等本人办完首次登录后，请当面或通过可靠途径向他核实，再确认。`,
    link: `/app/accounts/${id}`,
  })
  await tell(telling, {
    to: administratorsOf(telling),
    title: `${name}的登录凭据已被重置`,
    body: `${by}重置了${name}（${login}）的登录凭据，由${who}确认。`,
    link: `/app/accounts/${id}`,
  })
}

export async function tellOfConfirmation(telling: Telling, by: string): Promise<void> {
  const { id, name, login } = telling.account
  await tell(telling, {
    to: [{ accountId: id }],
    title: '您的登录凭据重置已经确认',
    body: `${by}确认您本人掌握新的登录凭据。没有人向您核实过的，请立即告知本单位管理员。`,
    link: '/app/me',
  })
  await tell(telling, {
    to: administratorsOf(telling),
    title: `${name}的凭据重置已经确认`,
    body: `${by}确认${name}（${login}）本人掌握新的登录凭据。`,
    link: `/app/accounts/${id}`,
  })
}

type Addressee = Parameters<typeof notify>[1]['to']

function administratorsOf({ organisation }: Telling): readonly Addressee[] {
  return organisation.kind === 'institution'
    ? [{ organisationId: organisation.id, role: 'INSTITUTION_ADMIN' }]
    : []
}

async function tell(
  { tx, chance, now }: Telling,
  notice: {
    readonly to: readonly Addressee[]
    readonly title: string
    readonly body: string
    readonly link: string
  },
): Promise<void> {
  for (const to of notice.to) await notify(tx, { ...notice, chance, now, matter: null, to })
}
