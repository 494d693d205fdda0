import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { term } from '#kernel/term.ts'
import { optionalText, text } from '#kernel/text.ts'
import { creativeLabour, featureFinding, featureKind, subFinding } from '#law/terms/finding.ts'

const id = z.uuid().meta({ title: '案件' })
const rowId = z.uuid().meta({ title: '比对行' })
const version = z.int().min(0)
const time = z.iso.datetime()

/** Features that the law asks to be compared in a way of their own (domain brief §8.1); a mark for the reader. */
export const specialFeature = term('特殊特征', {
  FUNCTIONAL: '功能性特征：对照说明书实施方式比较',
  NUMERIC_LIMIT: '数值界限：界限之外不作扩展',
  CLOSED_COMPOSITION: '封闭式组合物',
  USE_ENVIRONMENT: '使用环境特征',
  PRODUCT_BY_PROCESS: '以制备方法限定',
  STEP_ORDER: '步骤有先后顺序',
  SURRENDERED: '审查或无效中曾作限缩，留待裁判者考虑',
})

/** The four sub-findings of a feature that differs; each may still be open while the chart is being made. */
export const subFindings = z.object({
  means: subFinding.schema.nullable().default(null).meta({ title: '手段' }),
  function: subFinding.schema.nullable().default(null).meta({ title: '功能' }),
  effect: subFinding.schema.nullable().default(null).meta({ title: '效果' }),
  creativeLabour: creativeLabour.schema.nullable().default(null).meta({ title: '创造性劳动' }),
})
export type SubFindings = z.output<typeof subFindings>

export const citation = z.object({
  materialId: z.uuid().meta({ title: '材料' }),
  locator: text('位置（页、图、时间点、行）', 120),
})
export type Citation = z.output<typeof citation>

/** `start` and `end` are UTF-16 offsets into the text of the claim; the text of the row is what stands between them. */
export const rowContent = z.object({
  label: text('特征编号', 12),
  claimNo: text('权利要求', 12),
  start: z.int().min(0),
  end: z.int().min(1),
  kind: featureKind.schema.nullable().default(null),
  special: specialFeature.schema.nullable().default(null),
  counterpart: optionalText('被诉对应特征', 4000),
  finding: featureFinding.schema.nullable().default(null),
  subFindings: subFindings.nullable().default(null),
  difference: optionalText('区别', 2000),
  /** Not `reasons`: that word carries the written reasons for warnings of any command. */
  reasoning: optionalText('理由', 4000),
  evidence: z.array(citation).max(20).default([]).meta({ title: '证据' }),
})
export type RowContent = z.output<typeof rowContent>

export const claim = z.object({ no: text('权利要求号', 12), text: text('权利要求文本', 20_000) })
export type Claim = z.output<typeof claim>

const vote = z.object({
  accountId: z.uuid(),
  name: z.string(),
  finding: featureFinding.schema,
  dissent: z.string(),
  /** False where the row changed after the vote: it must be cast again. */
  current: z.boolean(),
  votedAt: time,
})
export type Vote = z.output<typeof vote>

export const chartRow = rowContent.extend({
  id: rowId,
  claimText: z.string(),
  version,
  savedBy: z.string(),
  savedAt: time,
  votes: z.array(vote),
})
export type ChartRow = z.output<typeof chartRow>

export const showChart = endpoint({
  id: 'chart.show',
  title: '查看技术特征比对表',
  method: 'GET',
  path: '/charts/:id',
  input: z.object({ id }),
  output: z.object({
    id,
    caseCode: z.string(),
    caseTitle: z.string(),
    state: z.string(),
    /** As filed; claims of the chart are taken from it. */
    filedClaimText: z.string(),
    assertedClaims: z.string(),
    accused: z.string(),
    claims: z.array(claim),
    rows: z.array(chartRow),
    appraisers: z.array(z.object({ accountId: z.uuid(), name: z.string(), lead: z.boolean() })),
    materials: z.array(
      z.object({ id: z.uuid(), no: z.string(), name: z.string(), citable: z.boolean(), why: z.string() }),
    ),
    /** What still stands between the chart and review, judged by the rules of submission. */
    gaps: z.array(
      z.object({
        rule: z.string(),
        brief: z.string(),
        detail: z.string(),
        remedy: z.string(),
        basis: z.array(z.string()),
      }),
    ),
  }),
  refusals: ['not-found'],
})

export const setClaim = endpoint({
  id: 'chart.set-claim',
  title: '确定比对的权利要求',
  method: 'POST',
  path: '/charts/:id/set-claim',
  input: z.object({ id, claims: z.array(claim).min(1, '请至少选定一项权利要求').max(20) }),
  output: z.object({ claims: z.int() }),
  refusals: ['not-found', 'rule-violated'],
})

export const saveRow = endpoint({
  id: 'chart.save-row',
  title: '保存比对行',
  method: 'POST',
  path: '/charts/:id/save-row',
  input: rowContent.extend({ id, rowId, version }),
  output: z.object({ rowId, version, savedAt: time }),
  refusals: ['not-found', 'rule-violated', 'stale-version'],
})

export const removeRow = endpoint({
  id: 'chart.remove-row',
  title: '删除比对行',
  method: 'POST',
  path: '/charts/:id/remove-row',
  input: z.object({ id, rowId, version }),
  output: z.object({ removed: z.string() }),
  refusals: ['not-found', 'rule-violated', 'stale-version'],
})

export const pasteRows = endpoint({
  id: 'chart.paste-rows',
  title: '从表格粘贴比对行',
  method: 'POST',
  path: '/charts/:id/paste-rows',
  input: z.object({
    id,
    table: z.string().min(1, '请粘贴表格内容').max(400_000).meta({ title: '表格内容' }),
  }),
  output: z.object({ added: z.int() }),
  refusals: ['not-found', 'rule-violated', 'malformed'],
})

export const castVote = endpoint({
  id: 'chart.vote',
  title: '表决比对结果',
  method: 'POST',
  path: '/charts/:id/vote',
  input: z.object({
    id,
    rowId,
    /** The version that was read; a vote on a row that changed meanwhile is not taken. */
    version,
    finding: featureFinding.schema.meta({ title: '本人意见' }),
    dissent: optionalText('不同意见', 2000),
  }),
  output: z.object({ finding: featureFinding.schema, votedAt: time }),
  refusals: ['not-found', 'rule-violated', 'stale-version'],
})
