import { query } from '#kernel/command.ts'
import { judge } from '#kernel/rule.ts'
import { formOfCase } from '#modules/cases/module.ts'
import { showChart as endpoint } from '../contract/chart.ts'
import { chartFacts, visibleWork } from '../reading/workbench.ts'
import { chartRules } from '../rules/chart.ts'
import { insiders } from '../rules/who.ts'

/** The whole chart, with what is still missing before it can go to review. */
export const showChart = query({
  endpoint,
  allow: insiders,
  async answer({ db, input, actor, today }) {
    const at = await visibleWork(db, input.id, actor, 'chart')
    const facts = await chartFacts(db, at)
    const { right, accused } = await formOfCase(db, input.id)
    const gaps = judge(chartRules, { ...at, ...facts }, today).filter(
      ({ outcome }) => outcome === 'fail' || outcome === 'warn',
    )
    return {
      id: input.id,
      caseCode: at.case.code,
      caseTitle: at.case.title,
      state: at.case.state,
      filedClaimText: right.claimText,
      assertedClaims: right.assertedClaims,
      accused: `${accused.name}：${accused.description}`,
      claims: [...facts.claims],
      rows: [...facts.rows],
      appraisers: [...facts.appraisers],
      materials: [...facts.materials],
      gaps: gaps.map(({ rule, brief, detail, remedy, basis }) => ({
        rule,
        brief,
        detail,
        remedy,
        basis: [...basis],
      })),
    }
  },
})
