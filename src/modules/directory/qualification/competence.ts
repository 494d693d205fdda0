import type { IpType } from '#law/terms/ip-type.ts'
import type { TechnicalField } from '#law/terms/technical-field.ts'

/** What is asked for: a kind of right, a field of technology where it is known, and the moment. */
export interface Asked {
  readonly ipType: IpType
  readonly field?: TechnicalField | null | undefined
  readonly on: Date
}

interface Row {
  readonly ip_type: IpType
  readonly wipo_field: TechnicalField | ''
}

/** A row without a field covers every field of its type; where no field is asked for, the type decides. */
export function covers(row: Row, { ipType, field }: Omit<Asked, 'on'>): boolean {
  return row.ip_type === ipType && (!field || row.wipo_field === '' || row.wipo_field === field)
}

export function competenceOf(row: Row): { ipType: IpType; field: TechnicalField | null } {
  return { ipType: row.ip_type, field: row.wipo_field === '' ? null : row.wipo_field }
}
