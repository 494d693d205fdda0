import { provinceOf } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'

interface NeedInPublic {
  readonly ipType: string
  readonly field: string | null
  readonly region: string | null
}

/** What an institution was needed for, in words. */
export function needText({ ipType: type, field, region }: NeedInPublic): string {
  const types: Readonly<Record<string, string>> = ipType.labels
  const fields: Readonly<Record<string, string>> = technicalField.labels
  const where = region === null ? '' : `，${provinceOf(region) ?? region}的机构`
  return `${types[type] ?? type}${field === null ? '' : `（${fields[field] ?? field}）`}${where}`
}
