import { type ChartRow, type Finding, findings, findingWords, type SubFindings } from './contract.ts'

/** How many features have each finding, in the order of the vocabulary. */
export function statistics(rows: readonly Pick<ChartRow, 'finding'>[]): Readonly<Record<Finding, number>> {
  const count = (finding: Finding) => rows.filter((row) => row.finding === finding).length
  return {
    IDENTICAL: count('IDENTICAL'),
    DIFFERENT_SAME_MEANS_FUNCTION_EFFECT: count('DIFFERENT_SAME_MEANS_FUNCTION_EFFECT'),
    DIFFERENT: count('DIFFERENT'),
    ABSENT: count('ABSENT'),
    NOT_DETERMINABLE: count('NOT_DETERMINABLE'),
  }
}

/** e.g. 共7项技术特征：相同5项（A、C、D、E、F），不同2项（B、G）。 */
export function summarySentence(rows: readonly Pick<ChartRow, 'id' | 'finding'>[]): string {
  const parts = findings.flatMap((finding) => {
    const ids = rows.filter((row) => row.finding === finding).map((row) => row.id)
    return ids.length === 0 ? [] : [`${findingWords[finding]}${ids.length}项（${ids.join('、')}）`]
  })
  return `共${rows.length}项技术特征：${parts.join('，')}。`
}

const sameWords = { SAME: '基本相同', DIFFERENT: '不同', NOT_DETERMINABLE: '无法确定' } as const
const labourWords = {
  NOT_NEEDED: '本领域普通技术人员无需创造性劳动就能联想到',
  NEEDED: '本领域普通技术人员需经创造性劳动才能联想到',
  NOT_DETERMINABLE: '是否需要创造性劳动无法确定',
} as const

/** The four sub-findings in neutral words; whether they add up to 等同 is left to the tribunal. */
export function subFindingSentence(sub: SubFindings): string {
  const { means, effect, creativeLabour } = sub
  return `手段${sameWords[means]}，功能${sameWords[sub.function]}，效果${sameWords[effect]}，${labourWords[creativeLabour]}`
}
