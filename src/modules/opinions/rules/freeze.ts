import { type Rule, rule } from '#kernel/rule.ts'
import { adminEvidence } from '#law/admin-evidence-2002.ts'
import { civilEvidence } from '#law/civil-evidence-2019.ts'
import { criminalInterpretation } from '#law/criminal-interpretation-2021.ts'
import { forensicProcedure } from '#law/forensic-procedure-2016.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import type { ProcedureProfile } from '#law/terms/entrusting-type.ts'
import { caseLife } from '#modules/cases/lifecycle.ts'
import { type OpinionData, opinionData } from '../document/opinion-data.ts'
import { requiredContents } from './contents.ts'

/** What is looked at before an opinion is frozen, and again before it is issued. */
export interface ToFreeze {
  readonly case: {
    readonly state: keyof typeof caseLife.states
    readonly code: string
    readonly profile: ProcedureProfile
  }
  readonly actorId: string | null
  /** Whoever was appraiser or reviewer of the case, gone or present. */
  readonly workers: readonly string[]
  readonly opinion: { readonly no: string } | undefined
  readonly data: OpinionData
  readonly uncommitted: readonly string[]
  readonly gaps: readonly string[]
  /** Hash of the content that the reviewer approved, and of the content now. */
  readonly reviewed: { readonly approved: string | undefined; readonly now: string }
  readonly overdue: { readonly due: string; readonly days: number } | null
}

export const awaitingIssue = rule<Pick<ToFreeze, 'case'>>({
  id: 'review-approved',
  brief: 'O-03',
  says: '复核通过后才能定稿',
  basis: [forensicProcedure.clause('第35条')],
  check: ({ case: { state } }) =>
    state === 'PENDING_ISSUE'
      ? 'pass'
      : {
          fail: `案件目前是“${caseLife.states[state]}”，不能定稿`,
          remedy: '复核通过、案件进入“待签发”后再定稿。',
        },
})

export const notFrozenYet = rule<Pick<ToFreeze, 'opinion'>>({
  id: 'one-living-opinion',
  brief: 'O-13',
  says: '一个案件同时只有一份有效的定稿',
  basis: [houseRules.clause('O-13')],
  check: ({ opinion }) =>
    opinion === undefined
      ? 'pass'
      : { fail: `已经定稿：${opinion.no}`, remedy: '要修改的，请先办理“签发退回”，原编号作废。' },
})

export const contentAsReviewed = rule<Pick<ToFreeze, 'reviewed'>>({
  id: 'content-as-reviewed',
  brief: 'O-03',
  says: '定稿的内容就是复核通过的内容',
  basis: [forensicProcedure.clause('第35条'), houseRules.clause('O-13')],
  check: ({ reviewed: { approved, now } }) =>
    approved === now
      ? 'pass'
      : { fail: '草稿内容与复核通过的那一稿不同', remedy: '请退回拟稿，重新提交复核。' },
})

export const everyQuestionAnswered = rule<Pick<ToFreeze, 'data'>>({
  id: 'every-question-answered-at-issue',
  brief: 'M-06',
  says: '每项委托事项各有一项编号的意见',
  basis: [civilEvidence.clause('第36条')],
  check: ({ data: { answers } }) => {
    const silent = answers.flatMap(({ answer }, i) => (answer.trim() === '' ? [`第 ${i + 1} 项`] : []))
    return silent.length === 0
      ? 'pass'
      : {
          fail: `${silent.join('、')}没有作答`,
          remedy: '请退回拟稿作答；不能判断的，写“无法确定”并说明原因。',
        }
  },
})

export const citationsComplete = rule<Pick<ToFreeze, 'data'>>({
  id: 'citations-complete',
  brief: 'O-11',
  says: '每项比对结果注明证据出处',
  basis: [houseRules.clause('O-11')],
  check: ({ data: { analysis } }) => {
    const bare = analysis.chart.filter(({ evidence }) => evidence.length === 0).map(({ id }) => id)
    if (analysis.chart.length === 0) return 'not-applicable'
    return bare.length === 0
      ? 'pass'
      : { fail: `特征${bare.join('、')}没有证据出处`, remedy: '请退回拟稿，在比对表中补上。' }
  },
})

export const custodyGapless = rule<Pick<ToFreeze, 'gaps'>>({
  id: 'custody-without-gaps',
  brief: 'T-05',
  says: '材料流转记录没有缺口',
  basis: [guangdong.clause('第37条'), criminalInterpretation.clause('第98条')],
  check: ({ gaps }) =>
    gaps.length === 0
      ? 'pass'
      : { fail: gaps.join('；'), remedy: '请材料保管人补记并说明；补不上的，不能以该材料为依据。' },
})

export const allCommitted = rule<Pick<ToFreeze, 'uncommitted'>>({
  id: 'all-appraisers-committed',
  brief: 'A-12',
  says: '每名鉴定人签署了承诺书',
  basis: [civilEvidence.clause('第33条')],
  check: ({ uncommitted }) =>
    uncommitted.length === 0
      ? 'pass'
      : { fail: `${uncommitted.join('、')}没有签署承诺书`, remedy: '请鉴定人在“鉴定组”页面签署。' },
})

export const caseCodePresent = rule<Pick<ToFreeze, 'case'>>({
  id: 'case-code-present',
  brief: 'A-13',
  says: '没有统一案件编码的不得签发',
  basis: [houseRules.clause('A-13')],
  check: ({ case: { code } }) =>
    code === '' ? { fail: '本案没有统一案件编码', remedy: '受理时即应取得编码，请告知管理员。' } : 'pass',
})

export const contentsComplete = rule<Pick<ToFreeze, 'case' | 'data'>>({
  id: 'required-contents',
  brief: 'O-07、O-08、O-09',
  says: '意见书具备本类程序要求的全部内容',
  basis: [
    civilEvidence.clause('第36条'),
    criminalInterpretation.clause('第97条'),
    adminEvidence.clause('第14条'),
  ],
  check: ({ case: { profile }, data }) => {
    const missing = requiredContents(profile)
      .filter(({ present }) => !present(data))
      .map(({ text, basis }) => `${text}（${basis.title}${basis.key}）`)
    return missing.length === 0
      ? 'pass'
      : { fail: `缺少：${missing.join('；')}`, remedy: '请退回拟稿补齐，或者由相应人员补办。' }
  },
})

/** H-09: everything that people typed was checked when typed; what other modules wrote is checked here. */
export const printable = rule<Pick<ToFreeze, 'data'>>({
  id: 'printable-everywhere',
  brief: 'H-09',
  says: '意见书的每个字都能印出',
  basis: [houseRules.clause('H-09')],
  check: ({ data }) => {
    const parsed = opinionData.safeParse(data)
    if (parsed.success) return 'pass'
    const said = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}：${message}`)
    return {
      fail: `文书数据有 ${parsed.error.issues.length} 处不能成文：${said.join('；')}`,
      remedy: '请改正后再定稿。',
    }
  },
})

export const withinMainLimit = rule<Pick<ToFreeze, 'overdue'>>({
  id: 'within-main-limit',
  brief: 'K-01',
  says: '在鉴定时限内出具意见书',
  basis: [forensicProcedure.clause('第28条'), civilEvidence.clause('第35条')],
  check: ({ overdue }) =>
    overdue === null
      ? 'pass'
      : {
          warn: `时限到 ${overdue.due} 为止，已超过 ${overdue.days} 个工作日`,
          remedy: '请写明超期的原因。',
        },
})

export const actingIssuerApart = rule<Pick<ToFreeze, 'actorId' | 'workers'>>({
  id: 'acting-issuer-apart',
  brief: 'P-11',
  says: '签发人不是本案的鉴定人或复核人',
  basis: [houseRules.clause('P-11')],
  check: ({ actorId, workers }) =>
    actorId !== null && workers.includes(actorId)
      ? { fail: '您是本案的鉴定人或复核人', remedy: '请机构另行指定签发人。' }
      : 'pass',
})

/** What must hold before an opinion is frozen, in the order in which it is shown. */
export const freezeRules: readonly Rule<ToFreeze>[] = [
  awaitingIssue,
  notFrozenYet,
  actingIssuerApart,
  contentAsReviewed,
  everyQuestionAnswered,
  citationsComplete,
  contentsComplete,
  allCommitted,
  custodyGapless,
  caseCodePresent,
  printable,
  withinMainLimit,
]

/** What may have changed between freezing and issue. */
export const stillRules: readonly Rule<Pick<ToFreeze, 'gaps' | 'overdue'>>[] = [
  custodyGapless,
  withinMainLimit,
]
