import { randomUUID } from 'node:crypto'
import { patentNumberWithCheckDigit } from '#law/identifiers/patent-number.ts'
import { saveDraft } from '#modules/commissions/contract/endpoints.ts'
import { openSession } from '#modules/identity/contract.ts'
import type { Program } from '../../src/compose.ts'
import { password } from '../cast.ts'
import { client } from '../client.ts'
import { commissionForm } from '../matters.ts'
import type { People } from '../populate.ts'
import { upload } from '../upload.ts'

export interface Draft {
  readonly id: string
  readonly form: ReturnType<typeof commissionForm>
}

/** Drafts of the court that are ready to be submitted, each with a letter and about a right of its own. */
export async function draftedCommissions(
  program: Program,
  people: People,
  count: number,
): Promise<readonly Draft[]> {
  const officer = client(async (path, init) => program.app.request(path, init))
  await officer.call(openSession, { login: 'court-officer', password })
  const drafts: Draft[] = []
  await atOnce(
    8,
    Array.from({ length: count }, (_, i) => async () => {
      const id = randomUUID()
      const bytes = new TextEncoder().encode(`委托函第${i}号`)
      const letterFileId = await upload(officer, { name: '委托函.txt', bytes, matter: id })
      const plain = commissionForm({ id: (key) => people.organisations[key] ?? '' }, { letterFileId })
      const number = patentNumberWithCheckDigit(2019, 'PATENT_UTILITY_MODEL', 2_100_000 + i)
      const form = { ...plain, right: { ...plain.right, number } }
      await officer.call(saveDraft, { id, form: { ...form }, version: 0 })
      drafts.push({ id, form })
    }),
  )
  await program.settle()
  return drafts
}

/** Everything to be done, by so many clients at once. */
export async function atOnce(clients: number, deeds: readonly (() => Promise<unknown>)[]): Promise<void> {
  const left = deeds.values()
  const work = async () => {
    for (const deed of left) await deed()
  }
  await Promise.all(Array.from({ length: clients }, work))
}
