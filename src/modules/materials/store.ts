import type { Selectable } from 'kysely'
import type { Confidentiality } from '#law/terms/confidentiality.ts'
import type {
  CrossExamination,
  CustodyEventKind,
  MaterialArrival,
  MaterialCondition,
  MaterialKind,
} from '#law/terms/material.ts'

export interface StoredFileTable {
  id: string
  sha256: string
  size: number
  name: string
  media_type: string
  matter: string | null
  organisation_id: string
  uploaded_by: string
  received_at: Date
}

export interface MaterialTable {
  id: string
  case_id: string
  no: number
  split_from: string | null
  name: string
  kind: MaterialKind
  quantity: string
  condition: MaterialCondition
  unique_mark: string
  preservation: string
  confidentiality: Confidentiality
  arrival: MaterialArrival
  mandate: string
  seal: string
  collected_by: string[]
  witness: string
  provided_by: string
  registered_by: string
  registered_at: Date
  cross_examination: CrossExamination
  cross_examination_no: string
  identity_matches: boolean | null
  identity_checked_by: string | null
  identity_checked_at: Date | null
  identity_reason: string | null
  identity_photo: string | null
  bytes_verified_at: Date | null
}

export interface CustodyEventTable {
  material_id: string
  seq: number
  kind: CustodyEventKind
  from_name: string
  from_account: string | null
  to_name: string
  to_account: string | null
  place: string
  condition: MaterialCondition
  reason: string
  consent_id: string | null
  happened_at: Date
  recorded_by: string
  recorded_name: string
  recorded_at: Date
}

declare module '#kernel/tables.ts' {
  interface Tables {
    stored_file: StoredFileTable
    case_material: MaterialTable
    material_file: { material_id: string; file_id: string }
    material_confirmation: { material_id: string; organisation_id: string; confirmed_by: string; at: Date }
    material_consent: {
      id: string
      material_id: string
      extent: string
      reserve: string
      file_id: string | null
      consented_by: string
      at: Date
    }
    confidentiality_undertaking: { case_id: string; account_id: string; name: string; at: Date }
    custody_event: CustodyEventTable
  }
}

export type StoredFile = Selectable<StoredFileTable>
export type MaterialRow = Selectable<MaterialTable>
export type CustodyRow = Selectable<CustodyEventTable>
