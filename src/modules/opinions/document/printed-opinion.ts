import { entrustingType, isUnilateral } from '#law/terms/entrusting-type.ts'
import { creativeLabour, featureFinding, subFinding } from '#law/terms/finding.ts'
import { ipType } from '#law/terms/ip-type.ts'
import type { OpinionData } from './opinion-data.ts'

const declarations = [
  '本机构根据法律、法规和规章的规定，按照鉴定规范进行鉴定，鉴定人独立提出鉴定意见，不受任何单位和个人干涉。',
  '委托方应当向本机构提供真实、完整、充分的鉴定材料，并对其真实性、合法性负责；本意见仅以附件所列材料为依据。',
  '本意见仅就委托的专门性技术事实问题作出，不涉及是否构成侵权、权利是否有效、责任大小等法律问题。',
  '鉴定意见是一种证据，必须经过查证属实，才能作为认定案件事实的根据。',
  '鉴定人对鉴定意见负责，依照法律规定出庭作证并回答与鉴定事项有关的询问。',
  '本意见书以带有全部电子签名和电子印章的电子文件为准；使用时应保持完整，不得断章取义；打印件请凭编号和验证码核对。',
]

/**
 * The document as it is printed: the data with every code turned into words. Each string in it stands on the page,
 * which the read-back before issue relies on.
 */
export function printedOpinion(data: OpinionData) {
  const { basics, analysis, demonstration } = data
  return {
    demonstration: demonstration ?? '',
    kind: data.kind,
    opinionNo: data.opinionNo,
    unifiedCaseCode: data.unifiedCaseCode,
    verificationCode: data.verificationCode,
    checkUrl: data.checkUrl,
    ipType: ipType.label(data.ipType),
    entrustingType: `${entrustingType.label(basics.entrustingType)}委托`,
    unilateral: isUnilateral(basics.entrustingType) ? '本意见由一方单独委托作出，未经对方当事人参与。' : '',
    issuedOn: chineseDay(data.issuedOn),
    institution: data.institution,
    declarations,
    basics: {
      client: basics.client,
      caseNo: basics.caseNo ?? '',
      purpose: basics.purpose,
      matter: basics.matter,
      questions: basics.questions,
      acceptedOn: chineseDay(basics.acceptedOn),
      period: `${chineseDay(basics.startedOn)}至${chineseDay(basics.finishedOn)}`,
      place: basics.place,
      present: basics.present.join('、'),
      rights: basics.rights,
      accused: basics.accused,
    },
    background: data.background,
    materialsDigest: data.materialsDigest,
    process: { ...data.process, instruments: data.process.instruments.join('；') },
    analysis: { ...analysis, chart: analysis.chart.map(printedFeature), tally: tally(data) },
    answers: data.answers,
    annexes: {
      ...data.annexes,
      materials: data.annexes.materials.map((m) => ({ ...m, sha256: m.sha256 ?? '无电子文件' })),
    },
    signatories: data.signatories,
  }
}

type Feature = OpinionData['analysis']['chart'][number]

function printedFeature(feature: Feature) {
  const { subFindings: sub, votes, dissent, finding } = feature
  return {
    id: feature.id,
    claimText: feature.claimText,
    counterpart: feature.counterpart,
    finding: featureFinding.label(finding),
    subFindings: sub
      ? [
          `手段：${subFinding.label(sub.means)}`,
          `功能：${subFinding.label(sub.function)}`,
          `效果：${subFinding.label(sub.effect)}`,
          `创造性劳动：${creativeLabour.label(sub.creativeLabour)}`,
        ]
      : [],
    reasons: feature.reasons,
    evidence: feature.evidence,
    votes: votes.map((vote) =>
      vote.finding === finding
        ? `${vote.appraiser}：同意`
        : `${vote.appraiser}：${featureFinding.label(vote.finding)}（不同意见）`,
    ),
    dissent: dissent ?? '',
  }
}

function tally({ analysis: { chart } }: OpinionData): string {
  if (chart.length === 0) return ''
  const counts = featureFinding.codes
    .map((code) => ({ code, count: chart.filter((feature) => feature.finding === code).length }))
    .filter(({ count }) => count > 0)
  const parts = counts.map(({ code, count }) => `${featureFinding.label(code)} ${count} 项`)
  return `共比对 ${chart.length} 项技术特征，其中：${parts.join('；')}。`
}

/** `2026-03-02` as documents write it: `2026年3月2日`. */
function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
