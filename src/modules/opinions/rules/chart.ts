import { checkRows } from '#analysis/claim-chart/check-rows.ts'
import type { ChartProblem, SubFindings as WholeSubFindings } from '#analysis/claim-chart/contract.ts'
import { checkCover } from '#analysis/claim-chart/cover-claim.ts'
import { countVotes } from '#analysis/claim-chart/votes.ts'
import { rule, type Verdict } from '#kernel/rule.ts'
import { chongqing } from '#law/chongqing-2019.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { ipEvidence } from '#law/ip-evidence-2020.ts'
import { patentDisputes, patentInterpretationOne } from '#law/patent-infringement.ts'
import { featureFinding } from '#law/terms/finding.ts'
import type { ChartRow, Claim, SubFindings } from '../contract/chart.ts'

export interface ListedMaterial {
  readonly id: string
  /** `材料3`. */
  readonly no: string
  readonly name: string
  readonly citable: boolean
  /** Why it may not be relied on; empty where it may. */
  readonly why: string
}

export interface ChartFacts {
  readonly case: { readonly ip_type: string }
  readonly claims: readonly Claim[]
  readonly rows: readonly ChartRow[]
  readonly appraisers: readonly { readonly accountId: string; readonly name: string }[]
  readonly materials: readonly ListedMaterial[]
}

const compared: readonly string[] = ['PATENT_INVENTION', 'PATENT_UTILITY_MODEL']
const fill = '请在技术特征比对表中补正。'

export const chartMade = rule<ChartFacts>({
  id: 'chart-made',
  brief: 'H-08',
  says: '发明、实用新型案件应当作技术特征比对表',
  basis: [patentInterpretationOne.clause('第7条'), houseRules.clause('H-08')],
  check: (facts) => {
    if (!compared.includes(facts.case.ip_type)) return 'not-applicable'
    if (facts.rows.length > 0) return 'pass'
    return { warn: '没有技术特征比对表', remedy: '请先作比对表；委托事项不需要比对的，写明理由。' }
  },
})

export const chartCoversClaim = rule<ChartFacts>({
  id: 'chart-covers-claim',
  brief: 'H-08',
  says: '比对表覆盖所主张权利要求的全文，各特征不重叠',
  basis: [patentInterpretationOne.clause('第7条'), houseRules.clause('H-08')],
  check: (facts) => overRows(facts, () => coverProblems(facts)),
})

export const chartRowsComplete = rule<ChartFacts>({
  id: 'chart-rows-complete',
  brief: 'H-08',
  says: '每一行写明对应特征、比对结果和理由',
  basis: [houseRules.clause('H-08'), guangdong.clause('第37条')],
  check: (facts) =>
    overRows(facts, () => [
      ...facts.rows.filter(({ finding }) => finding === null).map(({ label }) => `特征${label}没有比对结果`),
      ...rowProblems(facts, ['duplicate-id', 'counterpart', 'reasons']),
    ]),
})

export const subFindingsAgree = rule<ChartFacts>({
  id: 'sub-findings-agree',
  brief: 'H-08',
  says: '手段、功能、效果和创造性劳动分项作出，并与比对结果一致',
  basis: [ipEvidence.clause('第19条'), patentDisputes.clause('第17条')],
  check: (facts) => overRows(facts, () => rowProblems(facts, ['sub-findings'])),
})

export const findingsCiteEvidence = rule<ChartFacts>({
  id: 'findings-cite-evidence',
  brief: 'O-11',
  says: '每项比对结果注明证据出处，只用已列明且可以采用的材料',
  basis: [houseRules.clause('O-11')],
  check: (facts) =>
    overRows(facts, () => [
      ...rowProblems(facts, ['evidence']),
      ...facts.rows.flatMap(({ label, evidence }) =>
        evidence.flatMap(({ materialId }) => {
          const material = facts.materials.find(({ id }) => id === materialId)
          if (!material) return [`特征${label}所引的材料不在材料清单上`]
          return material.citable ? [] : [`特征${label}所引的${material.no}不能作为依据：${material.why}`]
        }),
      ),
    ]),
})

export const everyAppraiserVoted = rule<ChartFacts>({
  id: 'every-appraiser-voted',
  brief: 'O-05',
  says: '每名鉴定人对每一行表决，表决之后内容没有变动',
  basis: [guangdong.clause('第31条'), guangdong.clause('第40条')],
  check: (facts) =>
    overRows(facts, () =>
      facts.appraisers.flatMap(({ accountId, name }) => {
        const silent = facts.rows.filter(
          ({ votes }) => !votes.some((vote) => vote.accountId === accountId && vote.current),
        )
        return silent.length === 0 ? [] : [`${name}尚未表决：${silent.map(({ label }) => label).join('、')}`]
      }),
    ),
})

export const findingIsMajority = rule<ChartFacts>({
  id: 'finding-is-majority',
  brief: 'O-05',
  says: '比对结果是鉴定人过半数的意见',
  basis: [guangdong.clause('第40条')],
  check: (facts) =>
    overRows(facts, () =>
      facts.rows.flatMap((row) => {
        const votes = currentVotes(facts, row)
        const { finding } = countVotes(votes)
        if (votes.length === 0 || row.finding === finding) return []
        if (finding === null) return [`特征${row.label}的表决没有过半数，须再议`]
        return [`特征${row.label}写“${shown(row.finding)}”，表决结果是“${shown(finding)}”`]
      }),
    ),
})

export const dissentWritten = rule<ChartFacts>({
  id: 'dissent-written',
  brief: 'O-05',
  says: '不同意见写明理由，载入意见书',
  basis: [guangdong.clause('第40条'), chongqing.clause('第49条')],
  check: (facts) =>
    overRows(facts, () =>
      facts.rows.flatMap((row) =>
        row.votes
          .filter((vote) => vote.current && vote.finding !== row.finding && vote.dissent === '')
          .map(({ name }) => `${name}对特征${row.label}有不同意见而没有写明`),
      ),
    ),
})

/** What the chart must satisfy before the draft can go to review; the same list tells what is still missing. */
export const chartRules = [
  chartMade,
  chartCoversClaim,
  chartRowsComplete,
  subFindingsAgree,
  findingsCiteEvidence,
  everyAppraiserVoted,
  findingIsMajority,
  dissentWritten,
]

function overRows(facts: ChartFacts, problems: () => readonly string[]): Verdict {
  if (facts.rows.length === 0) return 'not-applicable'
  const found = problems()
  return found.length === 0 ? 'pass' : { fail: found.join('；'), remedy: fill }
}

function coverProblems({ claims, rows }: ChartFacts): readonly string[] {
  return claims.flatMap(({ no, text }) => {
    const features = rows
      .filter(({ claimNo }) => claimNo === no)
      .map(({ label, start, end }) => ({ id: label, span: end <= text.length ? { start, end } : null }))
    return checkCover(text, features).map(({ says }) => (claims.length > 1 ? `权利要求${no}：${says}` : says))
  })
}

function rowProblems({ rows }: ChartFacts, kinds: readonly ChartProblem['kind'][]): readonly string[] {
  const judged = rows.flatMap(({ finding, subFindings, ...row }) => {
    if (finding === null) return []
    const sub = whole(subFindings)
    const evidence = row.evidence.map(({ locator }) => locator)
    const { label: id, reasoning: reasons } = row
    return [{ ...row, id, finding, reasons, ...(sub ? { subFindings: sub } : {}), evidence, votes: [] }]
  })
  const labels = new Set(rows.map(({ claimNo }) => claimNo))
  return [...labels]
    .flatMap((claimNo) =>
      checkRows(
        judged.filter((row) => row.claimNo === claimNo),
        [],
      ),
    )
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ says }) => says)
}

/** The four sub-findings where all are made. */
export function whole(sub: SubFindings | null): WholeSubFindings | undefined {
  if (!sub?.means || !sub.function || !sub.effect || !sub.creativeLabour) return undefined
  return { means: sub.means, function: sub.function, effect: sub.effect, creativeLabour: sub.creativeLabour }
}

function currentVotes({ appraisers }: ChartFacts, row: ChartRow) {
  return row.votes
    .filter((vote) => vote.current && appraisers.some(({ accountId }) => accountId === vote.accountId))
    .map(({ accountId, finding }) => ({ appraiser: accountId, finding }))
}

function shown(finding: ChartRow['finding']): string {
  return finding ? featureFinding.label(finding) : '未作结论'
}
