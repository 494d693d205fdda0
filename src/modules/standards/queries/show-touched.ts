import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showTouched as endpoint } from '../contract/touched.ts'
import { changesBetween } from '../reading/changes-between.ts'
import { assessmentsTouched, casesTouched, certificatesTouched } from '../reading/touched.ts'
import { clausesOf } from '../reading/whole-standard.ts'
import type { RuleTexts } from '../rule-texts.ts'

const denial = '标准牵动的事项由行业自律组织和知识产权管理部门查看'

/** What the last text of a standard touches: rules, certificates, assessments, open cases. */
export function showTouched(ruleTexts: RuleTexts) {
  return query({
    endpoint,
    allow: [
      { role: 'ASSOCIATION_SECRETARY', denial },
      { role: 'LOCAL_ASSOCIATION_SECRETARY', denial },
      { role: 'CNIPA_OFFICER', denial },
      { role: 'PROVINCIAL_OFFICER', denial },
      { role: 'AUDITOR', denial },
    ],
    async answer({ db, input, today }) {
      const standard = await db
        .selectFrom('standard')
        .select(['id', 'number'])
        .where('id', '=', input.id)
        .executeTakeFirst()
      if (!standard) throw new Problem('not-found', '没有登记过这项标准。')
      const issued = await db
        .selectFrom('standard_version')
        .select('no')
        .where('standard_id', '=', standard.id)
        .where('draft', '=', false)
        .orderBy('no', 'desc')
        .limit(2)
        .execute()
      const [present, before] = issued.map(({ no }) => no)
      const versionNo = present ?? 0
      const now = await clausesOf(db, standard.id, versionNo)
      const then = before === undefined ? now : await clausesOf(db, standard.id, before)
      const of = { standardId: standard.id, versionNo, on: today }
      const certificates = await certificatesTouched(db, of)
      return {
        versionNo,
        ...changesBetween({ then, now }, ruleTexts()),
        certificates: certificates.map(({ id, number, name, valid_until }) => ({
          id,
          number,
          institution: name,
          until: valid_until,
        })),
        assessments: (await assessmentsTouched(db, of)).map(({ id, name }) => ({ id, institution: name })),
        cases: (await casesTouched(db, standard.number)).map(({ institution, cases }) => ({
          institution,
          cases,
        })),
      }
    },
  })
}
