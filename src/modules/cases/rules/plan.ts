import { rule } from '#kernel/rule.ts'
import { civilEvidence } from '#law/civil-evidence-2019.ts'
import { criminalInterpretation } from '#law/criminal-interpretation-2021.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { ipEvidence } from '#law/ip-evidence-2020.ts'
import { shanghai } from '#law/shanghai-2019.ts'
import type { PlanStep } from '../contract/plan.ts'
import type { CaseRow } from '../store.ts'
import type { PresentMember } from './team.ts'

export interface Plan {
  readonly version: number
  readonly steps: readonly PlanStep[]
  readonly consented: boolean
}

/** O-02 and P-09: what needs the client's consent — a method that no standard gives, or a test done elsewhere. */
export function needsConsent(steps: readonly PlanStep[]): readonly PlanStep[] {
  return steps.filter((step) => step.methodTier === 'EXPERT_ACCEPTED' || step.outsourcing !== '')
}

interface Saved {
  readonly members: readonly PresentMember[]
  readonly questions: readonly number[]
  readonly input: { readonly steps: readonly PlanStep[] }
}

export const stepsNumbered = rule<Saved>({
  id: 'plan-steps-numbered',
  brief: 'O-01',
  says: '方案的步骤从一起连续编号，过程记录按步骤对应',
  basis: [guangdong.clause('第37条')],
  check: ({ input }) =>
    input.steps.every(({ no }, index) => no === index + 1)
      ? 'pass'
      : { fail: '步骤编号不连续', remedy: '请从 1 起连续编号。', field: 'steps' },
})

export const stepsByTheTeam = rule<Saved>({
  id: 'plan-steps-by-the-team',
  brief: 'P-09',
  says: '鉴定由鉴定组成员实施，不得转委托',
  basis: [guangdong.clause('第27条'), ipEvidence.clause('第20条')],
  check: ({ input, members }) => {
    const index = input.steps.findIndex(({ who }) =>
      who.some((id) => members.every(({ accountId }) => accountId !== id)),
    )
    return index === -1
      ? 'pass'
      : {
          fail: `第${index + 1}步的执行人不在鉴定组中`,
          remedy: '请从鉴定组成员中指定执行人。',
          field: `steps.${index}.who`,
        }
  },
})

export const standardNamed = rule<Saved>({
  id: 'plan-standard-named',
  brief: 'O-02',
  says: '依标准采用方法的，写明标准编号',
  basis: [guangdong.clause('第34条'), shanghai.clause('第26条')],
  check: ({ input }) => {
    const index = input.steps.findIndex(
      ({ methodTier, standardNo }) => methodTier !== 'EXPERT_ACCEPTED' && standardNo === '',
    )
    return index === -1
      ? 'pass'
      : {
          fail: `第${index + 1}步没有写明所依据的标准编号`,
          remedy: '请填写标准编号；没有标准可依的，选择“本专业多数专家认可的方法”并取得委托方同意。',
          field: `steps.${index}.standardNo`,
        }
  },
})

export const stepsServeQuestions = rule<Saved>({
  id: 'plan-steps-serve-questions',
  brief: 'M-08',
  says: '方案限于委托的鉴定事项，范围变更须书面并由双方确认',
  basis: [ipEvidence.clause('第22条'), shanghai.clause('第23条')],
  check: ({ input, questions }) => {
    const index = input.steps.findIndex((step) => step.questions.some((no) => !questions.includes(no)))
    return index === -1
      ? 'pass'
      : {
          fail: `第${index + 1}步针对的鉴定事项不在委托范围内`,
          remedy: `本案的鉴定事项为第${questions.join('、')}项。`,
          field: `steps.${index}.questions`,
        }
  },
})

export const planComplete = rule<{
  readonly plan: Plan | undefined
  readonly questions: readonly number[]
}>({
  id: 'plan-complete',
  brief: 'O-01',
  says: '方案覆盖每一鉴定事项，写明步骤、方法、依据、人员和日期',
  basis: [guangdong.clause('第37条'), civilEvidence.clause('第36条')],
  check: ({ plan, questions }) => {
    if (!plan) return { fail: '尚未拟定鉴定方案', remedy: '请主鉴定人拟定并保存方案。' }
    const open = questions.filter((no) => plan.steps.every((step) => !step.questions.includes(no)))
    return open.length === 0
      ? 'pass'
      : { fail: `方案没有覆盖第${open.join('、')}项鉴定事项`, remedy: '请补充针对这些事项的步骤。' }
  },
})

export const planByPresentTeam = rule<{
  readonly plan: Plan | undefined
  readonly members: readonly PresentMember[]
}>({
  id: 'plan-by-present-team',
  brief: 'P-09',
  says: '方案的执行人是现有鉴定组成员',
  basis: [guangdong.clause('第27条')],
  check: ({ plan, members }) => {
    const gone = plan?.steps.filter(({ who }) =>
      who.some((id) => members.every((each) => each.accountId !== id)),
    )
    return gone === undefined || gone.length === 0
      ? 'pass'
      : {
          fail: `第${gone.map(({ no }) => no).join('、')}步的执行人已不在鉴定组中`,
          remedy: '请主鉴定人修改方案的执行人。',
        }
  },
})

export const clientConsented = rule<{ readonly plan: Plan | undefined }>({
  id: 'client-consented-to-method',
  brief: 'O-02',
  says: '没有标准可依的方法和外包的检测，须事先取得委托方同意',
  basis: [guangdong.clause('第34条'), ipEvidence.clause('第20条')],
  check: ({ plan }) => {
    const wanted = needsConsent(plan?.steps ?? [])
    if (wanted.length === 0) return 'not-applicable'
    return plan?.consented
      ? 'pass'
      : {
          fail: `第${wanted.map(({ no }) => no).join('、')}步尚未取得委托方同意`,
          remedy: '请委托方在“方案与记录”中阅读并同意。',
        }
  },
})

export const teamStillQualified = rule<{
  readonly unqualified: readonly { readonly name: string; readonly because: string }[]
}>({
  id: 'team-still-qualified',
  brief: 'P-02',
  says: '批准方案和开始鉴定之日，鉴定组成员都具备资格且未被暂停',
  basis: [ipEvidence.clause('第23条'), criminalInterpretation.clause('第98条')],
  check: ({ unqualified }) =>
    unqualified.length === 0
      ? 'pass'
      : {
          fail: unqualified.map(({ name, because }) => `${name}：${because}`).join('；'),
          remedy: '请更换鉴定人，或先恢复其资格。',
        },
})

/** What the materials module says of a case that is about to be worked on: names of materials or persons. */
export interface Readiness {
  readonly unconfirmed: readonly string[]
  readonly unexamined: readonly string[]
  readonly identityUnchecked: readonly string[]
  /** Members without the undertaking that sealed material asks for. */
  readonly undertakingMissing: readonly string[]
}

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、')

export const materialsConfirmed = rule<{ readonly readiness: Readiness }>({
  id: 'materials-confirmed',
  brief: 'T-02',
  says: '鉴定材料须经委托方确认',
  basis: [shanghai.clause('第22条'), guangdong.clause('第28条')],
  check: ({ readiness: { unconfirmed } }) =>
    unconfirmed.length === 0
      ? 'pass'
      : { fail: `委托方尚未确认：${listed(unconfirmed)}`, remedy: '请委托方在“材料”中逐项确认。' },
})

export const materialsExamined = rule<{
  readonly readiness: Readiness
  readonly row: Pick<CaseRow, 'profile'>
}>({
  id: 'materials-examined',
  brief: 'T-03',
  says: '民事诉讼中未经质证的材料不得作为鉴定的根据',
  basis: [civilEvidence.clause('第34条')],
  check: ({ row, readiness: { unexamined } }) => {
    if (row.profile !== 'COURT_CIVIL') return 'not-applicable'
    return unexamined.length === 0
      ? 'pass'
      : {
          fail: `尚未质证：${listed(unexamined)}`,
          remedy: '请委托法院组织质证并在“材料”中登记；有争议的由法院认定。',
        }
  },
})

export const identityConfirmed = rule<{ readonly readiness: Readiness }>({
  id: 'specimen-identity-confirmed',
  brief: 'T-07',
  says: '分析前确认检材与所列对象一致',
  basis: [criminalInterpretation.clause('第98条')],
  check: ({ readiness: { identityUnchecked } }) =>
    identityUnchecked.length === 0
      ? 'pass'
      : {
          fail: `尚未核对同一性，或者核对不一致：${listed(identityUnchecked)}`,
          remedy: '请鉴定人在“材料”中核对实物与清单。',
        },
})

export const undertakingsGiven = rule<{ readonly readiness: Readiness }>({
  id: 'confidentiality-undertaken',
  brief: 'T-10',
  says: '接触涉密材料之前每人签署保密承诺',
  basis: [ipEvidence.clause('第26条')],
  check: ({ readiness: { undertakingMissing } }) =>
    undertakingMissing.length === 0
      ? 'pass'
      : {
          fail: `${undertakingMissing.join('、')}尚未签署保密承诺`,
          remedy: '请本人在“材料”中签署保密承诺。',
        },
})
