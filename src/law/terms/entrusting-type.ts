import { term } from '#kernel/term.ts'

/** Who commissions (domain brief §15). The status of the opinion depends on it, so it is printed everywhere. */
export const entrustingType = term('委托方类型', {
  ADMIN_ADJUDICATION: '行政裁决机关',
  ADMIN_ENFORCEMENT: '行政执法机关',
  COURT_CIVIL: '人民法院（民事）',
  COURT_ADMINISTRATIVE: '人民法院（行政）',
  COURT_CRIMINAL: '人民法院（刑事）',
  PROCURATORATE: '人民检察院',
  POLICE: '公安机关',
  ARBITRATION: '仲裁机构',
  MEDIATION: '调解组织',
  CUSTOMS: '海关',
  PARTY: '当事人',
  LAW_FIRM: '律师事务所',
})

export type EntrustingType = (typeof entrustingType.codes)[number]

/** Set of clocks, documents and checks that a case follows (domain brief §4). */
export const procedureProfile = term('程序类别', {
  COURT_CIVIL: '民事诉讼委托',
  CRIMINAL: '刑事诉讼委托',
  ADMIN: '行政执法与行政诉讼委托',
  ARB_MED: '仲裁与调解委托',
  PARTY: '当事人自行委托',
})

export type ProcedureProfile = (typeof procedureProfile.codes)[number]

const profiles: Readonly<Record<EntrustingType, ProcedureProfile>> = {
  ADMIN_ADJUDICATION: 'ADMIN',
  ADMIN_ENFORCEMENT: 'ADMIN',
  COURT_CIVIL: 'COURT_CIVIL',
  COURT_ADMINISTRATIVE: 'ADMIN',
  COURT_CRIMINAL: 'CRIMINAL',
  PROCURATORATE: 'CRIMINAL',
  POLICE: 'CRIMINAL',
  ARBITRATION: 'ARB_MED',
  MEDIATION: 'ARB_MED',
  CUSTOMS: 'ADMIN',
  PARTY: 'PARTY',
  LAW_FIRM: 'PARTY',
}

export function profileOf(type: EntrustingType): ProcedureProfile {
  return profiles[type]
}

const unilateral: ReadonlySet<EntrustingType> = new Set<EntrustingType>(['PARTY', 'LAW_FIRM'])

/** commissioned by one side alone; every output says so. */
export function isUnilateral(type: EntrustingType): boolean {
  return unilateral.has(type)
}
