import { rule } from '#kernel/rule.ts'
import { ipEvidence } from '#law/ip-evidence-2020.ts'
import type { RoleCode } from '#law/terms/role.ts'
import type { CaseRow } from '../store.ts'
import type { Candidate } from './team.ts'

/** The roles of an institution's desk: they know its matters without being named, unless one is limited to persons. */
export const deskRoles = [
  'INTAKE_CLERK',
  'MATERIAL_CUSTODIAN',
  'ARCHIVIST',
  'APPRAISAL_ASSISTANT',
] as const satisfies readonly RoleCode[]

export const limitedToPersons = rule<{ readonly row: Pick<CaseRow, 'confidentiality'> }>({
  id: 'limited-to-persons',
  brief: 'T-10',
  says: '只有限定人员知悉的案件才逐人指定经办人员',
  basis: [ipEvidence.clause('第26条')],
  check: ({ row }) =>
    row.confidentiality === 'RESTRICTED_PERSONS'
      ? 'pass'
      : { fail: '本案没有限定知悉人员', remedy: '受理、保管、档案和辅助人员可以直接办理，不必指定。' },
})

export const handlersOfDesk = rule<{ readonly candidates: readonly Candidate[] }>({
  id: 'handler-of-desk',
  brief: 'T-10',
  says: '经办人员从本机构的受理、材料保管、档案和辅助人员中指定',
  basis: [ipEvidence.clause('第26条')],
  check: ({ candidates }) => {
    const wrong = candidates.filter(
      ({ ofInstitution, roles }) => !ofInstitution || !deskRoles.some((role) => roles.includes(role)),
    )
    return wrong.length === 0
      ? 'pass'
      : {
          fail: `${wrong.map(({ name }) => name).join('、')}不是本机构的受理、材料保管、档案或者辅助人员`,
          remedy: '请从这些人员中指定；鉴定人、复核人、签发人另行指定。',
          field: 'accountIds',
        }
  },
})
