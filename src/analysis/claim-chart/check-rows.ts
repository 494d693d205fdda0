import type { ChartProblem, ChartRow, SubFindings } from './contract.ts'

/** Checks each row in itself: that its cells agree with its finding, and that reasons, evidence and votes are there. */
export function checkRows(rows: readonly ChartRow[], appraisers: readonly string[]): readonly ChartProblem[] {
  const ids = rows.map((row) => row.id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [
    ...[...new Set(twice)].map((id): ChartProblem => {
      return { row: id, kind: 'duplicate-id', says: `特征编号${id}重复，请改为不同编号` }
    }),
    ...rows.flatMap((row) => rowProblems(row, appraisers)),
  ]
}

function rowProblems(row: ChartRow, appraisers: readonly string[]): readonly ChartProblem[] {
  const says = (kind: ChartProblem['kind'], sentence: string): ChartProblem[] => [
    { row: row.id, kind, says: `特征${row.id}：${sentence}` },
  ]
  const { finding, subFindings } = row
  const hasCounterpart = row.counterpart.trim() !== ''
  const silent = appraisers.filter((name) => !row.votes.some((vote) => vote.appraiser === name))
  return [
    ...(finding === 'ABSENT' && hasCounterpart && subFindings
      ? says('counterpart', '结果为缺少对应特征，不应再填手段、功能、效果')
      : []),
    ...(['IDENTICAL', 'DIFFERENT', 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT'].includes(finding) &&
    !hasCounterpart
      ? says('counterpart', '请填写被诉物的对应特征，没有的选“缺少对应特征”')
      : []),
    ...(finding === 'IDENTICAL' && subFindings
      ? says('sub-findings', '结果为相同，不需填写手段、功能、效果')
      : []),
    ...(finding === 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT' && !(subFindings && allSame(subFindings))
      ? says('sub-findings', '选此结果须手段、功能、效果均基本相同且无需创造性劳动')
      : []),
    ...(finding === 'DIFFERENT' && subFindings && allSame(subFindings)
      ? says('sub-findings', '四个分项均相同而结果为“不同”，请核对')
      : []),
    ...(row.reasons.trim() === '' ? says('reasons', '请写明理由') : []),
    ...(row.evidence.length === 0 ? says('evidence', '请注明证据及其位置（材料编号、页、图或者时间）') : []),
    ...(silent.length > 0 ? says('votes', `${silent.join('、')}尚未表决`) : []),
  ]
}

function allSame(sub: SubFindings): boolean {
  return (
    [sub.means, sub.function, sub.effect].every((each) => each === 'SAME') &&
    sub.creativeLabour === 'NOT_NEEDED'
  )
}
