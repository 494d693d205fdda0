import { type IpType, ipType } from '#law/terms/ip-type.ts'
import { type TechnicalField, technicalField } from '#law/terms/technical-field.ts'

/** One competence in words: the kind of right, and the field of technology inside it. */
export function competenceText(of: {
  readonly ipType: IpType
  readonly field: TechnicalField | null
}): string {
  return of.field
    ? `${ipType.label(of.ipType)}（${technicalField.label(of.field)}）`
    : ipType.label(of.ipType)
}
