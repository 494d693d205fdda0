import type { ReadDb } from '#kernel/capabilities.ts'
import type { Subject } from '#kernel/command.ts'
import { isSealed } from './matter.ts'

/** The file, where its case, its commission or a material that it belongs to is sealed; whoever asks. */
export async function sealedFile(db: ReadDb, id: string): Promise<Subject | undefined> {
  const file = await db
    .selectFrom('stored_file')
    .leftJoin('appraisal_case', 'appraisal_case.id', 'stored_file.matter')
    .leftJoin('commission', 'commission.id', 'stored_file.matter')
    .select(['stored_file.matter', 'appraisal_case.confidentiality', 'commission.form'])
    .where('stored_file.id', '=', id)
    .executeTakeFirst()
  if (!file) return undefined
  const materials = await db
    .selectFrom('case_material')
    .innerJoin('material_file', 'material_file.material_id', 'case_material.id')
    .select('case_material.confidentiality')
    .where('material_file.file_id', '=', id)
    .execute()
  const ofMatter = file.confidentiality ?? file.form?.confidentiality
  const levels = [...(ofMatter ? [ofMatter] : []), ...materials.map(({ confidentiality }) => confidentiality)]
  return levels.some(isSealed) ? { type: 'file', id, matter: file.matter } : undefined
}
