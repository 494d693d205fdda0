import type { Chance, ReadDb, Tx } from '#kernel/capabilities.ts'
import { parameterAt } from '#law/parameters.ts'
import type { SelectionWay } from '#law/terms/selection.ts'
import { addWorkingDays } from '#law/working-days/count.ts'
import { institutionsInRegister } from '#modules/directory/module.ts'
import { notify } from '#modules/notices/module.ts'
import type { Need } from '../contract/selections.ts'

interface Offering {
  readonly tx: Tx
  readonly chance: Chance
  readonly now: Date
  readonly today: string
  readonly session: { readonly id: string; readonly need: Need }
  /** How many offers there were before. */
  readonly before: number
}

interface Chosen {
  readonly key: string
  readonly item: string
  readonly institutionId: string
  readonly way: SelectionWay
  readonly place: number | null
  readonly record: string
}

/** Puts the matter to one institution and tells it by when to answer (L-03). */
export async function offer(
  { tx, chance, now, today, session, before }: Offering,
  chosen: Chosen,
): Promise<{ answerBy: string }> {
  const answerBy = addWorkingDays(today, parameterAt('selection-answer', today).value).date
  await tx
    .insertInto('selection_offer')
    .values({
      session_id: session.id,
      no: before + 1,
      institution_id: chosen.institutionId,
      key: chosen.key,
      item: chosen.item,
      way: chosen.way,
      place: chosen.place,
      record: chosen.record,
      offered_at: now,
      answer_by: answerBy,
      answer: 'PENDING',
      reason: null,
      explanation: null,
      answered_by: null,
      answered_at: null,
    })
    .execute()
  for (const role of ['INTAKE_CLERK', 'INSTITUTION_ADMIN'])
    await notify(tx, {
      chance,
      now,
      matter: null,
      to: { organisationId: chosen.institutionId, role },
      title: `遴选待答复：${session.need.title}`,
      body: `本机构被选定办理。请核查利害关系后，在 ${answerBy} 以前承接或者谢绝；逾期视为谢绝。`,
      link: `/app/selections/${session.id}`,
    })
  return { answerBy }
}

/** Organisation and item of a drawn key; the register never forgets a key. */
export async function institutionOf(db: ReadDb, key: string) {
  const { institutions } = await institutionsInRegister(db)
  const found = institutions.find((each) => each.key === key)
  if (!found) throw new Error(`the register has no ${key}`)
  return found
}
