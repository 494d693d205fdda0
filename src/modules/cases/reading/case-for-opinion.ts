import { beijingDate, beijingTime } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import { methodTier } from '#law/terms/commission-form.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { recordsOf } from './plan-of.ts'

/** `2026-03-02 14:05`, Beijing time, as documents print it. */
const minute = (at: Date) => beijingTime(at).slice(0, 16)

/** All that an opinion document says of the case itself, in the words and order in which it is printed. */
export async function caseForOpinion(db: ReadDb, caseId: string) {
  const row = await db
    .selectFrom('appraisal_case')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const plan = await db
    .selectFrom('case_plan')
    .select('steps')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const steps = plan?.steps ?? []
  const records = await recordsOf(db, caseId)
  const valid = records.filter(({ correctedBy }) => correctedBy === null)
  const members = await db
    .selectFrom('case_member')
    .innerJoin('account', 'account.id', 'case_member.account_id')
    .select(['account_id', 'account.name', 'qualification', 'commitment', 'commitment_signed_at', 'lead'])
    .where('case_id', '=', caseId)
    .where('left_at', 'is', null)
    .orderBy('lead', 'desc')
    .orderBy('joined_at')
    .execute()
  const last = records.at(-1)
  const unique = (all: readonly string[]) => [...new Set(all.filter((each) => each !== ''))]
  return {
    row,
    acceptedOn: beijingDate(row.opened_at),
    startedOn: row.started_at ? beijingDate(row.started_at) : null,
    /** Day of the last process record. */
    finishedOn: last ? beijingDate(new Date(last.recordedAt)) : null,
    place: unique(valid.map(({ place }) => place)).join('、'),
    present: unique(valid.flatMap(({ present }) => present)),
    standards: [
      ...new Map(
        steps
          .filter(({ standardNo }) => standardNo !== '')
          .map(({ standardNo, standardTitle }) => [
            standardNo,
            { code: standardNo, title: standardTitle === '' ? standardNo : standardTitle },
          ]),
      ).values(),
    ],
    methods: steps
      .map(({ no, method, methodTier: tier }) => `${no}. ${method}（${methodTier.label(tier)}）`)
      .join('\n'),
    instruments: unique([
      ...steps.map(({ equipment }) => equipment),
      ...valid.map(({ instruments }) => instruments),
    ]),
    steps: valid.map((record) => ({
      at: minute(new Date(record.recordedAt)),
      what: `${steps.find(({ no }) => no === record.stepNo)?.what ?? `步骤${record.stepNo}`}：${record.done}`,
      who: record.recordedBy,
      result: record.result,
    })),
    commitments: members.flatMap(({ name, commitment, commitment_signed_at }) =>
      commitment !== null && commitment_signed_at !== null
        ? [{ name, text: commitment, signedAt: minute(commitment_signed_at) }]
        : [],
    ),
    qualifications: members.map(({ name, qualification }) => ({
      name,
      certificate: qualification.fields.map(competence).join('、'),
      number: qualification.practiceNo,
      validUntil: `${qualification.on}核验有效`,
    })),
    signatories: members.map(({ account_id, name, qualification }) => ({
      accountId: account_id,
      name,
      title: qualification.title,
      practiceNo: qualification.practiceNo,
    })),
  }
}

function competence({
  ipType: type,
  field,
}: {
  readonly ipType: string
  readonly field: string | null
}): string {
  const types: Readonly<Record<string, string>> = ipType.labels
  const fields: Readonly<Record<string, string>> = technicalField.labels
  return field === null ? (types[type] ?? type) : `${types[type] ?? type}（${fields[field] ?? field}）`
}
