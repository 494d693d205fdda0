import type { AppraiserState, InstitutionState } from '../store.ts'
import { type Entering, enterInRegister } from './enter.ts'

/** What a deed that changes a standing hands over; `reason` is what the public reads beside the new state. */
interface Moving extends Entering {
  readonly actor: { readonly accountId: string | null }
  readonly input: { readonly id: string; readonly reason: string }
}

/** Moves an institution to another state, with its reason, in the tables and in the register. */
export async function moveInstitution(
  work: Moving,
  state: InstitutionState,
): Promise<{ state: InstitutionState }> {
  const { tx, input, actor } = work
  await tx
    .updateTable('institution')
    .set({ state, reason: input.reason, moved_by: actor.accountId })
    .where('id', '=', input.id)
    .executeTakeFirstOrThrow()
  await enterInRegister(work, [{ institution: input.id }])
  return { state }
}

export async function moveAppraiser(work: Moving, state: AppraiserState): Promise<{ state: AppraiserState }> {
  const { tx, input } = work
  await tx
    .updateTable('appraiser')
    .set({ state, reason: input.reason })
    .where('id', '=', input.id)
    .executeTakeFirstOrThrow()
  await enterInRegister(work, [{ appraiser: input.id }])
  return { state }
}
