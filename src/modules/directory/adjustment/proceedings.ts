import { beijingDate } from '#kernel/beijing.ts'
import type { Chance, Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import { notify } from '#modules/notices/module.ts'
import { type ProceedingDetail, proceedingTitles } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'
import { lockInstitution, type ProceedingKind } from '../store.ts'

/** An institution about which something is asked, and whether the same is asked already. */
export async function askedAbout(
  { tx, target, now }: { readonly tx: Tx; readonly target: { readonly id: string }; readonly now: Date },
  kind: ProceedingKind,
) {
  const facts = await lockInstitution(tx, target.id)
  const open = await tx
    .selectFrom('directory_proceeding')
    .select('id')
    .where('institution_id', '=', target.id)
    .where('kind', '=', kind)
    .where('state', '=', 'OPEN')
    .executeTakeFirst()
  return { ...facts, today: beijingDate(now), alreadyOpen: open !== undefined, state: 'NEW' as const }
}

interface Opening {
  readonly tx: Tx
  readonly chance: Chance
  readonly now: Date
  readonly actor: { readonly accountId: string | null }
  readonly input: { readonly id: string; readonly reason: string }
}

/** Puts the request before the national office. */
export async function openProceeding(
  { tx, chance, now, actor, input }: Opening,
  kind: ProceedingKind,
  detail: ProceedingDetail = {},
): Promise<{ proceedingId: string }> {
  const id = chance.id()
  if (actor.accountId === null) throw new Error('a proceeding is opened by a person')
  await tx
    .insertInto('directory_proceeding')
    .values({
      id,
      institution_id: input.id,
      kind,
      state: 'OPEN',
      reason: input.reason,
      detail: JSON.stringify(detail),
      opened_by: actor.accountId,
      opened_at: now,
      decided_by: null,
      decided_at: null,
      decision: null,
    })
    .execute()
  await tellInstitution({ tx, chance, now }, input.id, {
    title: `名录事项：${proceedingTitles[kind]}`,
    body: `已向国家知识产权局提出，事由：${input.reason}`,
    link: `/app/directory-proceedings/${id}`,
  })
  return { proceedingId: id }
}

interface Told {
  readonly title: string
  readonly body: string
  readonly link: string
}

/** The institution learns of all that is asked and decided about it, whoever asked. */
function tellInstitution(
  { tx, chance, now }: Pick<Opening, 'tx' | 'chance' | 'now'>,
  institutionId: string,
  told: Told,
): Promise<void> {
  const to = { organisationId: institutionId, role: 'INSTITUTION_ADMIN' }
  return notify(tx, { chance, now, matter: null, to, ...told })
}

/** A request to be decided, of one kind where the decision is of one kind; its institution is locked first, as everywhere. */
export async function lockProceeding(
  {
    tx,
    target,
    actor,
    now,
  }: { tx: Tx; target: { id: string }; actor: { accountId: string | null }; now: Date },
  kind?: ProceedingKind,
) {
  const found = await tx
    .selectFrom('directory_proceeding')
    .select(['institution_id', 'kind'])
    .where('id', '=', target.id)
    .executeTakeFirst()
  if (!found || (kind !== undefined && found.kind !== kind))
    throw new Problem('not-found', '没有这个名录事项。')
  const facts = await lockInstitution(tx, found.institution_id)
  const proceeding = await tx
    .selectFrom('directory_proceeding')
    .selectAll()
    .where('id', '=', target.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { ...facts, proceeding, actorId: actor.accountId, today: beijingDate(now) }
}

interface Deciding {
  readonly tx: Tx
  readonly chance: Chance
  readonly facts: { readonly proceeding: { readonly institution_id: string; readonly kind: ProceedingKind } }
  readonly now: Date
  readonly actor: { readonly accountId: string | null }
  readonly input: { readonly id: string; readonly reason: string }
}

export async function settleProceeding<S extends 'GRANTED' | 'REJECTED' | 'WITHDRAWN'>(
  { tx, chance, now, actor, input, facts: { proceeding } }: Deciding,
  state: S,
): Promise<{ state: S }> {
  await tx
    .updateTable('directory_proceeding')
    .set({ state, decided_by: actor.accountId, decided_at: now, decision: input.reason })
    .where('id', '=', input.id)
    .executeTakeFirstOrThrow()
  await tellInstitution({ tx, chance, now }, proceeding.institution_id, {
    title: `名录事项${proceedingLife.states[state]}：${proceedingTitles[proceeding.kind]}`,
    body: `理由：${input.reason}`,
    link: `/app/directory-proceedings/${input.id}`,
  })
  return { state }
}
