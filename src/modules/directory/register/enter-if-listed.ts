import { type Entering, enterInRegister } from './enter.ts'

/** Says anew of an institution what the register says, where it is in the directory: for deeds elsewhere that change a public field of it. */
export async function enterIfListed(work: Entering, institutionId: string): Promise<void> {
  const listed = await work.tx
    .selectFrom('institution')
    .select('id')
    .where('id', '=', institutionId)
    .executeTakeFirst()
  if (listed) await enterInRegister(work, [{ institution: institutionId }])
}
