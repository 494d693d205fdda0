import type { Clause } from '#kernel/law.ts'
import { adminEvidence } from '#law/admin-evidence-2002.ts'
import { civilEvidence } from '#law/civil-evidence-2019.ts'
import { criminalInterpretation } from '#law/criminal-interpretation-2021.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import type { ProcedureProfile } from '#law/terms/entrusting-type.ts'
import type { OpinionData } from '../document/opinion-data.ts'

/** One content that a profile requires of an opinion, with its clause and the automatic check (O-07, O-08, O-09). */
export interface RequiredContent {
  readonly text: string
  readonly basis: Clause
  readonly present: (data: OpinionData) => boolean
}

const client = (data: OpinionData) => data.basics.client !== ''
const questions = (data: OpinionData) => data.basics.matter !== '' && data.basics.questions.length > 0
const materials = (data: OpinionData) => data.annexes.materials.length > 0
const methods = (data: OpinionData) => data.process.methods.trim() !== ''
const process = (data: OpinionData) => data.process.steps.length > 0
const analysis = (data: OpinionData) => data.analysis.text.trim() !== ''
const answers = (data: OpinionData) => data.answers.every(({ answer }) => answer.trim() !== '')
const commitments = (data: OpinionData) =>
  data.signatories.every(({ name }) => data.annexes.commitments.some((each) => each.name === name))
const qualifications = (data: OpinionData) =>
  data.signatories.every(({ name }) => data.annexes.qualifications.some((each) => each.name === name))
const institution = (data: OpinionData) => data.institution.name !== '' && data.institution.directoryNo !== ''
const dates = (data: OpinionData) => data.issuedOn !== '' && data.basics.acceptedOn !== ''
const reason = (data: OpinionData) => data.basics.purpose !== ''

function list(
  basis: Clause,
  items: readonly (readonly [string, RequiredContent['present']])[],
): readonly RequiredContent[] {
  return items.map(([text, present]) => ({ text, basis, present }))
}

const civil = civilEvidence.clause('第36条')
const criminal = criminalInterpretation.clause('第97条')
const administrative = adminEvidence.clause('第14条')
const general = guangdong.clause('第40条')

const usual = list(general, [
  ['委托方', client],
  ['鉴定事项', questions],
  ['鉴定材料', materials],
  ['鉴定方法', methods],
  ['鉴定过程', process],
  ['分析说明', analysis],
  ['鉴定意见', answers],
  ['鉴定人承诺书和资格', (data) => commitments(data) && qualifications(data)],
])

/** Signatures and seal are judged at issue: they are not there before. */
const lists: Readonly<Record<ProcedureProfile, readonly RequiredContent[]>> = {
  COURT_CIVIL: list(civil, [
    ['委托法院的名称', client],
    ['委托鉴定的内容、要求', questions],
    ['鉴定材料', materials],
    ['鉴定所依据的原理、方法', methods],
    ['对鉴定过程的说明', process],
    ['鉴定意见', answers],
    ['鉴定人承诺书', commitments],
    ['鉴定人的资格证明', qualifications],
  ]),
  CRIMINAL: list(criminal, [
    ['提起鉴定的事由', reason],
    ['鉴定委托人', client],
    ['鉴定机构', institution],
    ['鉴定要求', questions],
    ['鉴定过程', process],
    ['鉴定方法', methods],
    ['鉴定日期', dates],
    ['鉴定意见明确', answers],
  ]),
  ADMIN: list(administrative, [
    ['委托人和委托鉴定的事项', (data) => client(data) && questions(data)],
    ['向鉴定部门提交的相关材料', materials],
    ['鉴定的依据和使用的科学技术手段', methods],
    ['鉴定部门和鉴定人鉴定资格的说明', (data) => institution(data) && qualifications(data)],
    ['通过分析获得的鉴定意见说明分析过程', analysis],
    ['鉴定意见', answers],
  ]),
  ARB_MED: usual,
  PARTY: usual,
}

export function requiredContents(profile: ProcedureProfile): readonly RequiredContent[] {
  return lists[profile]
}
