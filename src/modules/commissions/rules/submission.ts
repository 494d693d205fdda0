import { rule } from '#kernel/rule.ts'
import { civilEvidence } from '#law/civil-evidence-2019.ts'
import { commissionAppraisal } from '#law/commission-appraisal-2020.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { checkCourtCaseNumber } from '#law/identifiers/court-case-number.ts'
import { checkPatentNumber, parsePatentNumber } from '#law/identifiers/patent-number.ts'
import { checkUnifiedSocialCreditCode } from '#law/identifiers/unified-social-credit-code.ts'
import { shanghai } from '#law/shanghai-2019.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { lintQuestion } from '#law/wording/lint.ts'
import type { CommissionForm } from '../contract/form.ts'

interface Submission {
  readonly input: { readonly form: CommissionForm }
}

const court: readonly unknown[] = ['COURT_CIVIL', 'COURT_CRIMINAL', 'COURT_ADMINISTRATIVE']
const patents: readonly string[] = ['PATENT_INVENTION', 'PATENT_UTILITY_MODEL', 'PATENT_DESIGN']

export const declarationsMade = rule<Submission>({
  id: 'declarations-made',
  brief: 'A-05',
  says: '委托方声明材料真实合法、用途合法、没有同时委托其他机构',
  basis: [houseRules.clause('A-05'), guangdong.clause('第29条')],
  check: ({ input: { form } }) => {
    const missing = (['lawfulMaterials', 'lawfulUse', 'notElsewhere'] as const).find(
      (each) => !form.declarations[each],
    )
    if (!missing) return 'pass'
    return {
      fail: '三项委托声明没有全部作出',
      remedy: '请逐项核对后勾选；不能作出声明的，不得委托。',
      field: `form.declarations.${missing}`,
    }
  },
})

export const noStateSecrets = rule<Submission>({
  id: 'no-state-secrets',
  brief: 'T-11',
  says: '涉及国家秘密的材料不得上传',
  basis: [houseRules.clause('T-11')],
  check: ({ input: { form } }) =>
    form.declarations.noStateSecrets
      ? 'pass'
      : {
          fail: '没有声明材料不含国家秘密',
          remedy: '涉及国家秘密的材料不得通过本平台提交，请按保密规定线下办理。',
          field: 'form.declarations.noStateSecrets',
        },
})

export const rightNumberValid = rule<Submission>({
  id: 'right-number-valid',
  brief: 'A-03',
  says: '权利编号的形式和校验位应当正确，并与知识产权类型一致',
  basis: [houseRules.clause('H-01')],
  check: ({ input: { form } }) => {
    if (!patents.includes(form.ipType)) return 'not-applicable'
    const checked = checkPatentNumber(form.right.number)
    if (checked.ok === false)
      return {
        fail: checked.reason,
        remedy: '请对照专利证书或登记簿副本改正号码。',
        field: 'form.right.number',
      }
    const kind = parsePatentNumber(form.right.number)?.kind
    if (kind && kind !== form.ipType)
      return {
        fail: `该号码是${ipType.label(kind)}的号码，与所选“${ipType.label(form.ipType)}”不一致`,
        remedy: '请核对专利号，或改选知识产权类型。',
        field: 'form.ipType',
      }
    return 'pass'
  },
})

/** Whether this kind of entrusting side has to give the number of its case. */
export function needsCourtCaseNumber(entrustingType: unknown): boolean {
  return court.includes(entrustingType)
}

export const courtCaseNumberValid = rule<Submission>({
  id: 'court-case-number-valid',
  brief: 'A-10',
  says: '人民法院委托的，应当写明案号且形式正确',
  basis: [civilEvidence.clause('第32条'), houseRules.clause('H-01')],
  check: ({ input: { form } }) => {
    if (!needsCourtCaseNumber(form.entrustingType) && form.courtCaseNo === '') return 'not-applicable'
    const checked = checkCourtCaseNumber(form.courtCaseNo)
    if (checked.ok === false)
      return {
        fail: checked.reason,
        remedy: '请按裁判文书或立案通知上的案号填写。',
        field: 'form.courtCaseNo',
      }
    return 'pass'
  },
})

export const creditCodesValid = rule<Submission>({
  id: 'credit-codes-valid',
  brief: 'A-08',
  says: '统一社会信用代码的校验位应当正确',
  basis: [houseRules.clause('H-01'), guangdong.clause('第30条')],
  check: ({ input: { form } }) => {
    const codes = [
      { code: form.contact.unifiedSocialCreditCode, field: 'form.contact.unifiedSocialCreditCode' },
      ...form.parties.map(({ unifiedSocialCreditCode: code }, i) => ({
        code,
        field: `form.parties.${i}.unifiedSocialCreditCode`,
      })),
    ].filter(({ code }) => code !== '')
    const checked = codes.map(({ code, field }) => ({ ...checkUnifiedSocialCreditCode(code), code, field }))
    const wrong = checked.find(({ ok }) => ok === false)
    if (wrong && 'reason' in wrong)
      return {
        fail: `${wrong.code}：${wrong.reason}`,
        remedy: '请对照营业执照或组织机构证书改正。',
        field: wrong.field,
      }
    const doubtful = checked.find(({ ok }) => ok === 'doubtful')
    if (!doubtful || !('warn' in doubtful)) return 'pass'
    const remedy = '请对照登记证书核对；确属早期试点代码的，写明理由后可以继续。'
    return { warn: doubtful.warn, remedy, field: doubtful.field }
  },
})

export const questionsAreFactual = rule<Submission>({
  id: 'questions-are-factual',
  brief: 'M-05',
  says: '鉴定事项应当是专门性事实问题，不得要求作出法律判断',
  basis: [guidingOpinion.clause('二（一）'), commissionAppraisal.clause('第1条'), houseRules.clause('M-05')],
  check: ({ input: { form } }) => {
    const flagged = form.questions.flatMap(({ no, text }, i) => {
      const [hit] = lintQuestion(text).filter(({ severity }) => severity === 'legal')
      return hit ? [{ no, i, ...hit }] : []
    })
    const [first] = flagged
    if (!first) return 'pass'
    return {
      warn: flagged.map(({ no, quote, reason }) => `第 ${no} 项“${quote}”：${reason}`).join('；'),
      remedy: `${flagged.map(({ no, proposal }) => `第 ${no} 项可改为“${proposal}”`).join('；')}；确需保留原表述的，请写明理由。`,
      field: `form.questions.${first.i}.text`,
    }
  },
})

export const questionsNumbered = rule<Submission>({
  id: 'questions-numbered',
  brief: 'M-06',
  says: '鉴定事项逐项编号，每项各答一次',
  basis: [civilEvidence.clause('第36条')],
  check: ({ input: { form } }) =>
    form.questions.every(({ no }, i) => no === i + 1)
      ? 'pass'
      : { fail: '鉴定事项的编号不连续', remedy: '请从 1 起连续编号。', field: 'form.questions' },
})

export interface LetterFacts {
  /** The attached file as stored, or undefined where there is none of the submitter's. */
  readonly letter: { readonly sha256: string } | undefined
}

export const letterAttached = rule<LetterFacts>({
  id: 'commission-letter-attached',
  brief: 'A-09',
  says: '委托应当附委托函件',
  basis: [guangdong.clause('第30条')],
  check: ({ letter }) =>
    letter
      ? 'pass'
      : {
          fail: '没有找到您上传的委托函件',
          remedy: '请上传委托函件的扫描件后再提交。',
          field: 'form.letterFileId',
        },
})

export interface TypeFacts {
  /** What the entrusting organisation may entrust as; undefined leaves it open. */
  readonly organisationTypes: readonly string[] | undefined
}

export const entrustingTypeOwn = rule<Submission & TypeFacts>({
  id: 'entrusting-type-own',
  brief: 'A-01',
  says: '委托方类型应当与委托单位一致',
  basis: [guangdong.clause('第27条')],
  check: ({ input: { form }, organisationTypes }) =>
    organisationTypes === undefined || organisationTypes.includes(form.entrustingType)
      ? 'pass'
      : {
          fail: '所选委托方类型与本单位性质不符',
          remedy: '请改选本单位对应的类型。',
          field: 'form.entrustingType',
        },
})

export interface ChosenInstitution {
  /** What the directory says today of the institution that was chosen. */
  readonly standing: { readonly listed: boolean; readonly suspended: boolean; readonly inScope: boolean }
}

export const institutionChosenListed = rule<ChosenInstitution>({
  id: 'chosen-institution-listed',
  brief: 'A-07',
  says: '应当委托名录内、未暂停荐用的机构',
  basis: [guidingOpinion.clause('二（四）'), houseRules.clause('A-07')],
  check: ({ standing: { listed, suspended } }) => {
    if (listed && !suspended) return 'pass'
    return {
      fail: suspended ? '所选机构目前被暂停荐用' : '所选机构不在名录内',
      remedy: '请从名录中改选机构。',
      field: 'form.institutionId',
    }
  },
})

export const institutionChosenInScope = rule<Submission & ChosenInstitution>({
  id: 'chosen-institution-in-scope',
  brief: 'A-03',
  says: '委托事项应当在所选机构的业务范围内',
  basis: [guidingOpinion.clause('二（八）4'), shanghai.clause('第24条')],
  check: ({ input: { form }, standing }) => {
    if (standing.inScope || !standing.listed) return 'pass'
    return {
      fail: `所选机构的业务范围不含“${ipType.label(form.ipType)}（${technicalField.label(form.field)}）”`,
      remedy: '请改选业务范围相符的机构。',
      field: 'form.institutionId',
    }
  },
})

/** Judged when a commission is submitted and again when it is completed after a request for supplement. */
export const submissionRules = [
  declarationsMade,
  noStateSecrets,
  rightNumberValid,
  courtCaseNumberValid,
  creditCodesValid,
  questionsAreFactual,
  questionsNumbered,
  letterAttached,
  entrustingTypeOwn,
  institutionChosenListed,
  institutionChosenInScope,
]
