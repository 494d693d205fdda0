import type { z } from 'zod'
import { rule } from '#kernel/rule.ts'
import { commissionAppraisal } from '#law/commission-appraisal-2020.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { ipEvidence } from '#law/ip-evidence-2020.ts'
import { shanghai } from '#law/shanghai-2019.ts'
import { appraisableMatter, excludedMatter } from '#law/terms/admissibility.ts'
import { ipType } from '#law/terms/ip-type.ts'
import type { accept } from '../contract/endpoints.ts'
import type { CommissionRow } from '../store.ts'

export interface AcceptanceFacts {
  readonly commission: Pick<CommissionRow, 'ip_type' | 'entrusting_type'>
  /** What the directory says of the institution today. */
  readonly standing: {
    readonly listed: boolean
    readonly inScope: boolean
    readonly suspended: boolean
    readonly changePending: boolean
  }
  /** Commissions elsewhere about the same right and accused object that are open or answered. */
  readonly related: number
}

interface Checked {
  readonly input: z.output<typeof accept.input>
}

export const institutionMayTakeCases = rule<AcceptanceFacts>({
  id: 'institution-may-take-cases',
  brief: 'A-07',
  says: '受理机构应当在名录内、未暂停荐用且没有未审核的变更',
  basis: [guidingOpinion.clause('二（四）'), houseRules.clause('A-07')],
  check: ({ standing }) => {
    if (!standing.listed) return { fail: '本机构目前不在名录内', remedy: '请委托方改选名录内的机构。' }
    if (standing.suspended)
      return { fail: '本机构目前被暂停荐用', remedy: '恢复后方可受理，请告知委托方改选机构。' }
    if (standing.changePending)
      return { fail: '本机构有尚未审核的变更事项', remedy: '变更审核通过后方可受理新的委托。' }
    return 'pass'
  },
})

export const withinBusinessScope = rule<AcceptanceFacts>({
  id: 'within-business-scope',
  brief: 'A-03',
  says: '受理事项应当在本机构业务范围内',
  basis: [guidingOpinion.clause('二（八）4'), shanghai.clause('第24条')],
  check: ({ commission, standing }) =>
    standing.inScope
      ? 'pass'
      : {
          fail: `本机构的业务范围不含“${ipType.label(commission.ip_type)}”`,
          remedy: '请告知委托方改选机构，或先办理业务范围变更。',
        },
})

export const noParallelCommission = rule<AcceptanceFacts>({
  id: 'no-parallel-commission',
  brief: 'A-06',
  says: '同一权利、同一被诉对象的委托应当先核查是否重复',
  basis: [guidingOpinion.clause('二（八）2'), houseRules.clause('A-06')],
  check: ({ related }) =>
    related === 0
      ? 'pass'
      : {
          warn: '另有涉及同一权利和同一被诉对象的委托',
          remedy: '请向委托方或行业自律组织核实；确有理由的，写明理由后受理。',
        },
})

export const specialisedFactOnly = rule<Checked>({
  id: 'specialised-fact-only',
  brief: 'M-01',
  says: '委托事项应当是知识产权相关的专门性事实问题',
  basis: [guidingOpinion.clause('二（一）')],
  check: ({ input }) =>
    input.specialisedFact
      ? 'pass'
      : {
          fail: '没有确认每一鉴定事项都是专门性事实问题',
          remedy: '请要求委托方改写鉴定事项，或不予受理。',
          field: 'specialisedFact',
        },
})

export const notExcludedMatter = rule<Checked & Pick<AcceptanceFacts, 'commission'>>({
  id: 'not-excluded-matter',
  brief: 'M-02',
  says: '不委托鉴定的九类事项不得受理',
  basis: [commissionAppraisal.clause('第1条')],
  check: ({ input }) =>
    input.excluded === null
      ? 'pass'
      : {
          fail: `委托事项属于“${excludedMatter.label(input.excluded)}”`,
          remedy: '请不予受理，或要求委托方改写鉴定事项。',
          field: 'excluded',
        },
})

export const positiveMatterChosen = rule<Checked & Pick<AcceptanceFacts, 'commission'>>({
  id: 'appraisable-matter-chosen',
  brief: 'M-03',
  says: '受理时写明属于哪一类可委托鉴定的事项',
  basis: [ipEvidence.clause('第19条')],
  check: ({ input, commission }) => {
    const patent = commission.ip_type.startsWith('PATENT_')
    if (!patent || ['PATENT_COMPARISON', 'OTHER'].includes(input.matter)) return 'pass'
    return {
      fail: `“${appraisableMatter.label(input.matter)}”与${ipType.label(commission.ip_type)}不符`,
      remedy: '请改选与本案相符的事项类别。',
      field: 'matter',
    }
  },
})

export const intakeChecksDone = rule<Checked>({
  id: 'intake-checks-done',
  brief: 'P-05',
  says: '受理前核查利害关系和重复委托',
  basis: [guangdong.clause('第32条'), houseRules.clause('A-06')],
  check: ({ input }) =>
    input.conflictChecked && input.duplicateChecked
      ? 'pass'
      : {
          fail: '受理前的两项核查没有全部完成',
          remedy: '请核查本机构与各方当事人的利害关系，以及同一事项是否已在别处办理。',
          field: input.conflictChecked ? 'duplicateChecked' : 'conflictChecked',
        },
})
